package io.domainflow.ispapi;

/**
 * A call that brought no answer of the registrar. Messages are for people: no secrets, no host
 * names, nothing of what was sent or received.
 */
public abstract sealed class CallFailed extends RuntimeException
    permits NotSent, NotAccepted, NoAnswer {

  private final String reason;

  CallFailed(String message, String reason, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What happened, in a few words without a full stop. */
  public String reason() {
    return reason;
  }
}
