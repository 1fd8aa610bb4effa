package io.domainflow.order.removal;

import io.domainflow.client.ApiClients;
import io.domainflow.order.OrderOwnership;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a group of clients with its last client: its orders and names no longer have an owner,
 * because a later group with the same name must not inherit them.
 */
@Component
public class EndedClientGroups {

  private final ApiClients clients;
  private final OrderOwnership ownership;
  private final DomainOwners owners;

  EndedClientGroups(ApiClients clients, OrderOwnership ownership, DomainOwners owners) {
    this.clients = clients;
    this.ownership = ownership;
    this.owners = owners;
  }

  /**
   * Handles a client's departure from a group.
   *
   * @param group null for none
   * @param by login of the administrator who removed it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void left(@Nullable String group, String by) {
    if (group == null) {
      return;
    }
    // if two leave at the same time, the second sees that the first has left
    clients.holdGroup(group);
    if (clients.inGroup(group).isEmpty()) {
      Owner former = Owner.ofGroup(group);
      // the orders first: one that is about to bring a name is locked or has brought it
      ownership.belongTo(null, former);
      owners.removed(former, by);
    }
  }
}
