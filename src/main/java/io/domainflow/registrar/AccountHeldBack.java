package io.domainflow.registrar;

import java.time.Instant;

/** A command that was not sent, because the account has to leave the registrar alone for now. */
final class AccountHeldBack extends RuntimeException {

  private final Instant until;

  /**
   * Holds a command back.
   *
   * @param reason in a few words, for people
   * @param until when it is worth trying again
   */
  AccountHeldBack(String reason, Instant until) {
    super(reason);
    this.until = until;
  }

  Instant until() {
    return until;
  }
}
