package io.domainflow.registrar.command;

import io.domainflow.model.RenewalMode;
import java.util.Optional;

/**
 * Reads the account's default renewal mode for names. An account without this setting has the
 * registrar's default, which renews.
 */
public record ReadDefaultRenewalMode() implements Query<ReadDefaultRenewalMode.Result> {

  /**
   * The answer.
   *
   * @param stated as stated by the registrar; empty if the account has no setting
   * @param renewalMode its meaning; empty if unknown
   */
  public record Result(Optional<String> stated, Optional<RenewalMode> renewalMode) {}
}
