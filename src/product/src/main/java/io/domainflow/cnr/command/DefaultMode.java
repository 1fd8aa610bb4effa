package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import java.util.Optional;

/** Finds out what the registrar's default renewal mode means for the account. */
final class DefaultMode {

  /** The quota points of the query. */
  static final int POINTS = 1;

  private DefaultMode() {}

  /** The mode; empty if the account does not state it, or may not read it. It is never guessed. */
  static Optional<RenewalMode> of(Calls calls) {
    return calls
        .askIfAllowed(new AccountMode(calls.account()))
        .flatMap(ReadDefaultRenewalMode.Result::renewalMode);
  }
}
