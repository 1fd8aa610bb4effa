package io.domainflow.registrar;

import org.jspecify.annotations.Nullable;

/**
 * A call to which the registrar did not answer. Messages are for people: without secrets, host
 * names, or data sent or received.
 */
public abstract sealed class CallFailed extends RuntimeException
    permits NotSent, NotAccepted, NoAnswer {

  private final String message;
  private final ConnectionProblem trouble;
  private final String reason;

  CallFailed(String message, ConnectionProblem trouble, String reason, @Nullable Throwable cause) {
    super(message, cause);
    this.message = message;
    this.trouble = trouble;
    this.reason = reason;
  }

  /** Never null, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }

  public ConnectionProblem trouble() {
    return trouble;
  }

  /** What happened, in a few words without a full stop. */
  public String reason() {
    return reason;
  }
}
