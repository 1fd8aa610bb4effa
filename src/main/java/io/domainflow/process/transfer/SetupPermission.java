package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Transfers;
import io.domainflow.owner.Callers;
import io.domainflow.owner.DomainOwners;
import org.springframework.stereotype.Component;

/**
 * Whether the order of a transfer may set up a name that is here, or comes here, without having
 * been asked for: one of staff, of the name's owner, or of the caller who had its transfer begun.
 * Otherwise the auth code, which proves ownership of the name, would not be asked for.
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
            .of(order.request().account(), order.request().domain())
            .filter(order.owner()::equals)
            .isPresent()
        || transfers.wasStartedByOwner(order);
  }
}
