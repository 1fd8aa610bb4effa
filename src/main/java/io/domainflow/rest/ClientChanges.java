package io.domainflow.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import io.domainflow.client.ClientState;
import io.domainflow.model.LoginFollower;
import io.domainflow.order.Orders;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes API clients. */
@Component
class ClientChanges {

  private final ClientReader reader;
  private final ApiClients clients;
  private final LoginFollower follower;
  private final DomainOwners owners;
  private final Orders orders;

  ClientChanges(
      ClientReader reader,
      ApiClients clients,
      LoginFollower follower,
      DomainOwners owners,
      Orders orders) {
    this.reader = reader;
    this.clients = clients;
    this.follower = follower;
    this.owners = owners;
    this.orders = orders;
  }

  ApiClient add(JsonNode body) {
    ApiClient client = reader.create(body);
    if (!clients.insert(client)) {
      throw new ClientExists(client.name());
    }
    return client;
  }

  /**
   * Two changes at the same time do not undo each other. A client that joins a group brings its
   * names and orders along; one that leaves it leaves them there.
   *
   * @param by who changes it
   */
  @Transactional
  ApiClient change(String name, JsonNode body, String by) {
    ApiClient before = clients.lock(name).orElseThrow(ClientNotFound::new);
    ApiClient changed = reader.change(body, before);
    clients.update(changed);
    if (changed.group() != null && !changed.group().equals(before.group())) {
      Owner itself = Owner.ofLogin(changed.login());
      Owner group = Owner.ofGroup(changed.group());
      owners.grouped(itself, group, by);
      orders.belongTo(group, itself);
    }
    follower.loginChanged(changed.login(), changed.state() == ClientState.ACTIVE);
    return changed;
  }
}
