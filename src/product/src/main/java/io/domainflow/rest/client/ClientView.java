package io.domainflow.rest.client;

import io.domainflow.client.ApiClient;
import io.domainflow.client.ClientState;
import io.domainflow.client.ConsentRight;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API client as administrators see it.
 *
 * @param group the group whose names it shares
 * @param login under which its orders are stored
 * @param requestsPerMinute null for the default
 * @param openOrders null for the default
 * @param consents null if it may not send any
 */
record ClientView(
    String name,
    String login,
    String description,
    @Nullable String group,
    List<String> accounts,
    List<String> operations,
    @Nullable Integer requestsPerMinute,
    @Nullable Integer openOrders,
    @Nullable Consents consents,
    ClientState state,
    Instant createdAt) {

  /** The text for which the client may send consents, and who allowed it. */
  record Consents(String textVersion, String givenBy, Instant givenAt) {

    static @Nullable Consents of(@Nullable ConsentRight right) {
      return right == null
          ? null
          : new Consents(
              right.textVersion(),
              right.givenBy(),
              right.givenAt().truncatedTo(ChronoUnit.SECONDS));
    }
  }

  static ClientView of(ApiClient client, @Nullable ConsentRight right) {
    return new ClientView(
        client.name(),
        client.login(),
        client.description(),
        client.group(),
        client.scope().accounts(),
        client.scope().operations(),
        client.requestsPerMinute(),
        client.openOrders(),
        Consents.of(right),
        client.state(),
        client.createdAt().truncatedTo(ChronoUnit.SECONDS));
  }
}
