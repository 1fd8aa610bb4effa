package io.domainflow.cnr.command;

import io.domainflow.model.RenewalMode;
import io.domainflow.registrar.command.ReadDefaultRenewalMode;
import java.util.Optional;

/** What the registrar's default mode of renewal means for the account. */
final class DefaultMode {

  /** What finding it out counts. */
  static final int POINTS = 1;

  private DefaultMode() {}

  /** The mode; empty if the account does not say, or may not be asked. It is never guessed. */
  static Optional<RenewalMode> of(Calls calls) {
    return calls
        .askIfAllowed(new AccountMode(calls.account()))
        .flatMap(ReadDefaultRenewalMode.Result::renewalMode);
  }
}
