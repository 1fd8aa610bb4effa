package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import java.util.Optional;

/**
 * Asks what the renewal of a name in the account costs: the price of the name itself, also where it
 * has one of its own.
 */
public record ReadRenewalPrice(DomainName domain) implements Query<ReadRenewalPrice.Result> {

  /**
   * The answer.
   *
   * @param perYear net; empty if the name is not listed, or no readable price is stated
   */
  public record Result(Optional<Money> perYear) {}
}
