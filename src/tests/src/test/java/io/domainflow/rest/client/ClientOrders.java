package io.domainflow.rest.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Registrations;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Orders that clients place, and wait for. */
final class ClientOrders {

  private ClientOrders() {}

  /** Places a registration as a client; returns its reference. */
  static String place(Caller client, String domain) {
    String reference = "R-" + UUID.randomUUID();
    Answer placed =
        client.postExactly("/api/v1/orders", Registrations.order(reference, domain, ""));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    return reference;
  }

  /** Waits until an order of a client has this status. */
  static void awaitStatus(Caller client, String reference, String status) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonNode order = client.get("/api/v1/orders/" + reference).body();
              assertThat(order.path("status").asText()).as(order.toString()).isEqualTo(status);
            });
  }

  /** Waits until an order of a client waits for this. */
  static void awaitWaitingFor(Caller client, String reference, String code) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        client
                            .get("/api/v1/orders/" + reference)
                            .body()
                            .at("/waitingFor/code")
                            .asText())
                    .isEqualTo(code));
  }
}
