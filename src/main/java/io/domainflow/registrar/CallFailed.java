package io.domainflow.registrar;

import org.jspecify.annotations.Nullable;

/**
 * A call that brought no answer of the registrar. Messages are for people: no secrets, no host
 * names, nothing of what was sent or received.
 */
public abstract sealed class CallFailed extends RuntimeException
    permits NotSent, NotAccepted, NoAnswer {

  private final String message;
  private final Trouble trouble;
  private final String reason;

  CallFailed(String message, Trouble trouble, String reason, @Nullable Throwable cause) {
    super(message, cause);
    this.message = message;
    this.trouble = trouble;
    this.reason = reason;
  }

  /** There always is one, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }

  public Trouble trouble() {
    return trouble;
  }

  /** What happened, in a few words without a full stop. */
  public String reason() {
    return reason;
  }
}
