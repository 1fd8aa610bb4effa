package io.domainflow.order.removal;

import io.domainflow.model.LoginUsage;
import io.domainflow.order.OrderOwnership;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import org.springframework.stereotype.Component;

/** Prevents the removal of logins that have orders or names. */
@Component
class LoginsWithOrders implements LoginUsage {

  private final OrderOwnership ownership;
  private final DomainOwners owners;

  LoginsWithOrders(OrderOwnership ownership, DomainOwners owners) {
    this.ownership = ownership;
    this.owners = owners;
  }

  @Override
  public boolean isKept(String login) {
    Owner owner = Owner.ofLogin(login);
    return ownership.hasAny(owner) || owners.hasAny(owner);
  }
}
