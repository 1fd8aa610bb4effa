package io.domainflow.owner;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
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

  /** Whether there is such a client, group of clients or user of the group {@code billing}. */
  public boolean isKnown(Owner owner) {
    if (owner.isGroup()) {
      return !clients.inGroup(owner.group()).isEmpty();
    }
    return ApiClient.isLogin(owner.text())
        // not removed until the transaction ends that gives it a name
        ? clients.keep(ApiClient.nameOf(owner.text())).isPresent()
        : users.isOne(owner.text());
  }
}
