package io.domainflow.registrar;

/**
 * The command was sent, but the answer does not state its outcome: it may have been executed. Ask
 * the registrar before sending it again.
 *
 * <p>No answer in time, connection lost, HTTP status other than 200, redirect, or a body that is
 * empty, truncated, too large or not a response at all. There is no cause attached, because the
 * underlying exceptions quote the data received.
 */
public final class NoAnswer extends CallFailed {

  public NoAnswer(ConnectionProblem trouble) {
    this(trouble, trouble.words());
  }

  /** Something was received, but not a valid answer; the reason says what is wrong with it. */
  public static NoAnswer unusable(String reason) {
    return new NoAnswer(ConnectionProblem.UNUSABLE_ANSWER, reason);
  }

  private NoAnswer(ConnectionProblem trouble, String reason) {
    super(
        "The registrar gave no usable answer ("
            + reason
            + "). The command may have been executed and charged; its outcome must be looked up"
            + " before it is sent again.",
        trouble,
        reason,
        null);
  }
}
