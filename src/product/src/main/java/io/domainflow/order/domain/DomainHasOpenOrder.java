package io.domainflow.order.domain;

import io.domainflow.order.ProvisioningOrder;

/**
 * Thrown when the owner of a name cannot be changed because of an open order. Nothing was changed.
 */
public class DomainHasOpenOrder extends RuntimeException {

  private final transient ProvisioningOrder order;

  DomainHasOpenOrder(ProvisioningOrder order) {
    super(
        "order "
            + order.content().reference()
            + " is open for "
            + order.content().domain().unicode()
            + "; try again when it has ended, or cancel it first");
    this.order = order;
  }

  public ProvisioningOrder order() {
    return order;
  }
}
