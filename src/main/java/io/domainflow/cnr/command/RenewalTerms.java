package io.domainflow.cnr.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import io.domainflow.registrar.command.Query;
import io.domainflow.registrar.command.ReadDomain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a name of the account renews: the registrar's mode, which our {@link ReadDomain} does not keep, and its premium price.
 */
record RenewalTerms(DomainName domain) implements Query<RenewalTerms.Result> {

  /**
   * The answer.
   *
   * @param zone null if not stated
   * @param ownPrice whether it is a premium name
   * @param price its premium price for a year; empty if not stated or not readable
   */
  record Result(String mode, @Nullable String zone, boolean ownPrice, Optional<Money> price) {}
}
