package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.Money;
import java.util.Optional;

/** Reads the renewal price of a name in the account, including premium prices. */
public record ReadRenewalPrice(DomainName domain) implements Query<ReadRenewalPrice.Result> {

  /**
   * The answer.
   *
   * @param perYear net; empty if the name is not listed, or no readable price is stated
   */
  public record Result(Optional<Money> perYear) {}
}
