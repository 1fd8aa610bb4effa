package io.domainflow.rest.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.client.ApiClient;
import io.domainflow.client.ApiClients;
import io.domainflow.client.ClientState;
import io.domainflow.client.ConsentRights;
import io.domainflow.json.JsonMembers;
import io.domainflow.model.LoginListener;
import io.domainflow.order.OrderOwnership;
import io.domainflow.order.removal.EndedClientGroups;
import io.domainflow.owner.DomainOwners;
import io.domainflow.owner.Owner;
import io.domainflow.rest.RequestRejected;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes API clients. */
@Component
class ClientChanges {

  private final ClientReader reader;
  private final ApiClients clients;
  private final ConsentRights consents;
  private final LoginListener follower;
  private final DomainOwners owners;
  private final OrderOwnership ownership;
  private final EndedClientGroups groups;

  ClientChanges(
      ClientReader reader,
      ApiClients clients,
      ConsentRights consents,
      LoginListener follower,
      DomainOwners owners,
      OrderOwnership ownership,
      EndedClientGroups groups) {
    this.reader = reader;
    this.clients = clients;
    this.consents = consents;
    this.follower = follower;
    this.owners = owners;
    this.ownership = ownership;
    this.groups = groups;
  }

  /**
   * Adds a client.
   *
   * @param by login of the administrator who does so
   */
  @Transactional
  ApiClient add(JsonNode body, String by) {
    ApiClient client = reader.create(body);
    if (!clients.insert(client)) {
      throw new ClientExists(client.name());
    }
    setConsents(client, body, by);
    return client;
  }

  /**
   * Changes a client. Two concurrent changes do not undo each other. A client that joins a group
   * brings its names and orders into it; one that leaves a group leaves them there.
   *
   * @param by login of the administrator who does so
   */
  @Transactional
  ApiClient change(String name, JsonNode body, String by) {
    ApiClient before = clients.lock(name).orElseThrow(ClientNotFound::new);
    ApiClient changed = reader.change(body, before);
    clients.update(changed);
    setConsents(changed, body, by);
    if (changed.group() != null && !changed.group().equals(before.group())) {
      Owner itself = Owner.ofLogin(changed.login());
      Owner group = Owner.ofGroup(changed.group());
      // the orders first: an order that is about to bring a name is locked or has already brought
      // it
      ownership.belongTo(group, itself);
      owners.grouped(itself, group, by);
    }
    if (!Objects.equals(before.group(), changed.group())) {
      groups.left(before.group(), by);
      if (before.group() != null) {
        follower.loginLeftGroup(changed.login());
      }
    }
    follower.loginChanged(changed.login(), changed.state() == ClientState.ACTIVE);
    return changed;
  }

  private void setConsents(ApiClient client, JsonNode body, String by) {
    JsonMembers fields = RequestRejected.fields(body);
    if (fields.mentions("consents")) {
      consents.set(client.name(), ClientReader.consentText(fields), by);
    }
  }
}
