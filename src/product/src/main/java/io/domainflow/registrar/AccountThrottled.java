package io.domainflow.registrar;

import java.time.Instant;

/** Thrown when a command is not sent because the account may not call the registrar for now. */
final class AccountThrottled extends RuntimeException {

  private final Instant until;

  /**
   * Refuses to send a command.
   *
   * @param reason in a few words, for people
   * @param until when to try again
   */
  AccountThrottled(String reason, Instant until) {
    super(reason);
    this.until = until;
  }

  Instant until() {
    return until;
  }
}
