package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the renewal terms of a name in the account: the registrar's mode, which our {@link
 * ReadDomain} does not contain, and the premium price.
 */
record RenewalTerms(DomainName domain) implements Query<RenewalTerms.Result> {

  /**
   * The answer.
   *
   * @param zone null if not stated
   * @param ownPrice whether the name has a premium price
   * @param price the premium price for a year; empty if not stated or not readable
   * @param renewal when its mode takes effect; null if not stated
   */
  record Result(
      String mode,
      @Nullable String zone,
      boolean ownPrice,
      Optional<Money> price,
      @Nullable Instant renewal) {}
}
