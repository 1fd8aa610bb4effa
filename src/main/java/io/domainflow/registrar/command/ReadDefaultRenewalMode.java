package io.domainflow.registrar.command;

import io.domainflow.model.RenewalMode;
import java.util.Optional;

/**
 * Asks for the renewal mode the account gives to names that state none. An account without such a
 * setting has the registrar's own default, which renews.
 */
public record ReadDefaultRenewalMode() implements Query<ReadDefaultRenewalMode.Result> {

  /**
   * The answer.
   *
   * @param stated as the registrar writes it; empty if the account has no setting
   * @param renewalMode what that means; empty if it is none of our modes
   */
  public record Result(Optional<String> stated, Optional<RenewalMode> renewalMode) {}
}
