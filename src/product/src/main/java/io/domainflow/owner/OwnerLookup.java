package io.domainflow.owner;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows the existing owners: a name is never assigned to one that does not exist. */
@Component
public class OwnerLookup {

  private final ApiClients clients;
  private final BillingUsers users;

  OwnerLookup(ApiClients clients, BillingUsers users) {
    this.clients = clients;
    this.users = users;
  }

  /**
   * The owner to which names are assigned: itself or, for a client in a group, the group.
   *
   * @return empty if there is no such client, group of clients or user of the group {@code billing}
   */
  public Optional<Owner> find(Owner owner) {
    if (owner.isGroup()) {
      clients.holdGroup(owner.group());
      return Optional.of(owner).filter(group -> !clients.inGroup(group.group()).isEmpty());
    }
    return ApiClient.isLogin(owner.text())
        // locked, so that it is neither removed nor moved to another group before the transaction
        // ends
        ? clients
            .keep(ApiClient.nameOf(owner.text()))
            .map(client -> client.group() == null ? owner : Owner.ofGroup(client.group()))
        : Optional.of(owner).filter(user -> users.isOne(user.text()));
  }
}
