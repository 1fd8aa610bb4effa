package io.domainflow.order.domain;

import io.domainflow.order.ProvisioningOrder;

/** An order is open for a name whose owner was to change. Nothing was changed. */
public class NameInUse extends RuntimeException {

  private final transient ProvisioningOrder order;

  NameInUse(ProvisioningOrder order) {
    super(
        "order "
            + order.request().reference()
            + " is open for "
            + order.request().domain().unicode()
            + "; try again when it has ended, or cancel it first");
    this.order = order;
  }

  public ProvisioningOrder order() {
    return order;
  }
}
