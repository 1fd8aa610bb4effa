package io.domainflow.registrar;

/**
 * A call that brought no answer of the registrar. Messages are for people: no secrets, no host
 * names, nothing of what was sent or received.
 */
public abstract sealed class CallFailed extends RuntimeException
    permits NotSent, NotAccepted, NoAnswer {

  private final Trouble trouble;
  private final String reason;

  CallFailed(String message, Trouble trouble, String reason, Throwable cause) {
    super(message, cause);
    this.trouble = trouble;
    this.reason = reason;
  }

  public Trouble trouble() {
    return trouble;
  }

  /** What happened, in a few words without a full stop. */
  public String reason() {
    return reason;
  }
}
