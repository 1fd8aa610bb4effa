package io.domainflow.order.removal;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.model.LoginListener;
import io.domainflow.order.OrderOwnership;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Removes API clients that have never placed an order. */
@Component
public class ClientRemoval {

  private final ApiClients clients;
  private final OrderOwnership ownership;
  private final LoginListener follower;
  private final DomainOwners owners;
  private final EndedClientGroups groups;
  private final ConflictFreeTransaction transaction;

  ClientRemoval(
      ApiClients clients,
      OrderOwnership ownership,
      LoginListener follower,
      DomainOwners owners,
      EndedClientGroups groups,
      ConflictFreeTransaction transaction) {
    this.clients = clients;
    this.ownership = ownership;
    this.follower = follower;
    this.owners = owners;
    this.groups = groups;
    this.transaction = transaction;
  }

  /**
   * Removes a client with its tokens and all other data. A client with orders is not removed,
   * because the next client with its name would inherit them.
   *
   * @param by login of the administrator
   * @return false if there is no such client
   * @throws ClientHasOrders if it has ever placed an order
   */
  public boolean remove(String name, String by) {
    return transaction.execute(() -> removeNow(name, by));
  }

  private boolean removeNow(String name, String by) {
    // An order that is just being accepted locks the client, and is seen after its commit.
    Optional<ApiClient> client = clients.lock(name);
    if (client.isEmpty()) {
      return false;
    }
    if (ownership.hasAny(ApiClient.login(name))) {
      throw new ClientHasOrders(name);
    }
    follower.loginRemoved(ApiClient.login(name));
    owners.removed(Owner.ofLogin(ApiClient.login(name)), by);
    clients.delete(name);
    groups.left(client.get().group(), by);
    return true;
  }
}
