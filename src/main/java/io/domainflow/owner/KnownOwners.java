package io.domainflow.owner;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows which owners there are: a name is never given to one that is not there. */
@Component
public class KnownOwners {

  private final ApiClients clients;
  private final BillingUsers users;

  KnownOwners(ApiClients clients, BillingUsers users) {
    this.clients = clients;
    this.users = users;
  }

  /**
   * The owner that names are given to: itself or, for a client in a group, the group.
   *
   * @return empty if there is no such client, group of clients or user of the group {@code billing}
   */
  public Optional<Owner> find(Owner owner) {
    if (owner.isGroup()) {
      clients.holdGroup(owner.group());
      return Optional.of(owner).filter(group -> !clients.inGroup(group.group()).isEmpty());
    }
    return ApiClient.isLogin(owner.text())
        // not removed, and in no other group, until the transaction ends that gives it a name
        ? clients
            .keep(ApiClient.nameOf(owner.text()))
            .map(client -> client.group() == null ? owner : Owner.ofGroup(client.group()))
        : Optional.of(owner).filter(user -> users.isOne(user.text()));
  }
}
