package io.domainflow.rest;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ClientState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An API client as administrators see it.
 *
 * @param group whose names are also its own; null for none
 * @param login under which its orders are stored
 * @param requestsPerMinute null for the default
 */
record ClientView(
    String name,
    String login,
    String description,
    String group,
    List<String> accounts,
    List<String> operations,
    Integer requestsPerMinute,
    ClientState state,
    Instant createdAt) {

  static ClientView of(ApiClient client) {
    return new ClientView(
        client.name(),
        client.login(),
        client.description(),
        client.group(),
        client.scope().accounts(),
        client.scope().operations(),
        client.requestsPerMinute(),
        client.state(),
        client.createdAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
