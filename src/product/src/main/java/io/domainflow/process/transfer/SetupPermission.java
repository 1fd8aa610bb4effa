package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Transfers;
import io.domainflow.owner.Callers;
import io.domainflow.owner.DomainOwners;
import org.springframework.stereotype.Component;

/**
 * Decides whether a transfer order may set up a name that is already here, or on its way, although
 * this order did not request the transfer. Staff, the name's owner, and the caller whose order
 * began the transfer may. Otherwise the auth code, which proves ownership of the name, would be
 * bypassed.
 */
@Component
class SetupPermission {

  private final Transfers transfers;
  private final DomainOwners owners;

  SetupPermission(Transfers transfers, DomainOwners owners) {
    this.transfers = transfers;
    this.owners = owners;
  }

  boolean has(ProvisioningOrder order) {
    if (order.owner() == null) {
      return Callers.isOfStaff(null, order.login());
    }
    return owners
            .of(order.content().account(), order.content().domain())
            .filter(order.owner()::equals)
            .isPresent()
        || transfers.wasStartedByOwner(order);
  }
}
