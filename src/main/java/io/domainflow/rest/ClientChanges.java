package io.domainflow.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import io.domainflow.client.ClientState;
import io.domainflow.model.LoginFollower;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes API clients. */
@Component
class ClientChanges {

  private final ClientReader reader;
  private final ApiClients clients;
  private final LoginFollower follower;

  ClientChanges(ClientReader reader, ApiClients clients, LoginFollower follower) {
    this.reader = reader;
    this.clients = clients;
    this.follower = follower;
  }

  ApiClient add(JsonNode body) {
    ApiClient client = reader.create(body);
    if (!clients.insert(client)) {
      throw new ClientExists(client.name());
    }
    return client;
  }

  /** Two changes at the same time do not undo each other. */
  @Transactional
  ApiClient change(String name, JsonNode body) {
    ApiClient changed = reader.change(body, clients.lock(name).orElseThrow(ClientNotFound::new));
    clients.update(changed);
    follower.loginChanged(changed.login(), changed.state() == ClientState.ACTIVE);
    return changed;
  }
}
