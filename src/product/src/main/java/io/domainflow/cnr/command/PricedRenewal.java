package io.domainflow.cnr.command;

import io.domainflow.model.Money;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.RenewDomain;

/**
 * A renewal of a premium name.
 *
 * @param price for all years
 */
record PricedRenewal(RenewDomain renewal, Money price) implements Mutation<RenewDomain.Result> {

  @Override
  public String object() {
    return renewal.object();
  }

  @Override
  public boolean costsMoney() {
    return renewal.costsMoney();
  }
}
