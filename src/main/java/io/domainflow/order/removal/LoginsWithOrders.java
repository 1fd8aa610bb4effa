package io.domainflow.order.removal;

import io.domainflow.model.LoginUsage;
import io.domainflow.order.Orders;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import org.springframework.stereotype.Component;

/** Prevents the removal of logins that have orders or names. */
@Component
class LoginsWithOrders implements LoginUsage {

  private final Orders orders;
  private final DomainOwners owners;

  LoginsWithOrders(Orders orders, DomainOwners owners) {
    this.orders = orders;
    this.owners = owners;
  }

  @Override
  public boolean isKept(String login) {
    Owner owner = Owner.ofLogin(login);
    return orders.hasAny(owner) || owners.hasAny(owner);
  }
}
