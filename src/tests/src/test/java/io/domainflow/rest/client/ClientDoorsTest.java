package io.domainflow.rest.client;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.rest.client.ClientOrders.awaitStatus;
import static io.domainflow.rest.client.ClientOrders.place;
import static io.domainflow.rest.client.DocumentedCalls.documentedCalls;
import static io.domainflow.rest.client.DocumentedCalls.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.rest.client.DocumentedCalls.Things;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Of two clients, each has its own orders, and no documented call gives it anything of the other.
 */
@DomainflowTest
class ClientDoorsTest {

  /** The calls for clients. All other documented calls are forbidden to them. */
  private static final Set<String> FOR_CLIENTS =
      Set.of(
          "POST /api/v1/orders",
          "GET /api/v1/orders",
          "GET /api/v1/order-troubles",
          "GET /api/v1/orders/{reference}",
          "GET /api/v1/orders/{reference}/timeline",
          "GET /api/v1/orders/{reference}/actions",
          "POST /api/v1/orders/{reference}/input",
          "GET /api/v1/orders/{reference}/claims-notice",
          "POST /api/v1/orders/{reference}/cancel",
          "POST /api/v1/orders/{reference}/resend",
          "POST /api/v1/orders/{reference}/auth-code",
          "GET /api/v1/domains",
          "GET /api/v1/domains/{domain}",
          "POST /api/v1/domains/{domain}/refresh",
          "GET /api/v1/domains/{domain}/hold",
          "GET /api/v1/outgoing-transfers",
          "GET /api/v1/consents",
          "GET /api/v1/me",
          "POST /api/v1/dry-runs",
          "POST /api/v1/availability",
          "GET /api/v1/tlds",
          "GET /api/v1/tlds/{tld}",
          "GET /api/v1/tlds/{tld}/additional-fields",
          "GET /api/v1/webhooks",
          "POST /api/v1/webhooks",
          "GET /api/v1/webhooks/{id}",
          "PATCH /api/v1/webhooks/{id}",
          "DELETE /api/v1/webhooks/{id}",
          "POST /api/v1/webhooks/{id}/secrets",
          "POST /api/v1/webhooks/{id}/test",
          "POST /api/v1/webhooks/{id}/replay",
          "GET /api/v1/webhooks/{id}/deliveries",
          "GET /api/v1/webhooks/{id}/deliveries/{delivery}",
          "POST /api/v1/webhooks/{id}/deliveries/{delivery}/replay");

  private final int port;
  private final Clients clients;
  private final String ownerName;
  private final Caller owner;
  private final Caller other;

  @Autowired
  ClientDoorsTest(@LocalServerPort int port) {
    this.port = port;
    this.clients = new Clients(port);
    this.ownerName = clients.add();
    this.owner = clients.caller(ownerName);
    this.other = clients.caller(clients.add());
  }

  @Test
  void eachClientSeesOnlyItsOwn() {
    String domain = freshName("com");
    awaitStatus(owner, place(owner, domain), "COMPLETED");
    String reference = place(owner, freshName("ca"));
    awaitStatus(owner, reference, "WAITING");
    JsonNode order = owner.get("/api/v1/orders/" + reference).body();
    String webhook =
        owner
            .post("/api/v1/webhooks", "{'url': 'https://webhooks.example.net/'}")
            .body()
            .get("id")
            .asText();
    String delivery =
        owner.post("/api/v1/webhooks/" + webhook + "/test", "").body().get("id").asText();
    Things own = new Things(reference, domain, "sandbox", ownerName, webhook, delivery);
    Things byId =
        new Things(order.get("id").asText(), domain, "sandbox", ownerName, webhook, delivery);
    Things none =
        new Things(
            "R-" + UUID.randomUUID(),
            freshName("com"),
            "nowhere",
            "nobody-here",
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString());
    String disabledName = clients.add();
    Caller disabled = new Caller(port, disabledName, clients.token(disabledName));
    clients.change(disabledName, "'state': 'DISABLED'");
    List<String> calls = documentedCalls();
    assertThat(calls).hasSizeGreaterThan(25);

    for (String call : calls) {
      assertThat(send(Caller.stranger(port), call, own).status()).as(call).isEqualTo(401);
      // after ten tries it is told to come back later
      assertThat(send(disabled, call, own).status()).as(call).isIn(401, 429);
      // prices of top-level domains are the same for all users of the account; a caller's own data
      // concern nobody else
      if (!call.contains("/tlds") && !call.endsWith("/me")) {
        assertSameAsNothing(call, own, none);
        assertSameAsNothing(call, byId, none);
      }
      Answer answer = send(owner, call, own);
      if (FOR_CLIENTS.contains(call)) {
        assertThat(answer.status()).as(call + " " + answer.body()).isNotIn(401, 403);
        assertThat(answer.response().body()).as(call).doesNotContain("order-not-found");
      } else {
        assertThat(answer.status()).as(call + " " + answer.body()).isEqualTo(403);
      }
    }
    assertThat(calls).containsAll(FOR_CLIENTS);
  }

  private void assertSameAsNothing(String call, Things others, Things none) {
    Answer answer = send(other, call, others);
    Answer nothing = send(other, call, none);
    assertThat(answer.status()).as(call).isEqualTo(nothing.status());
    assertThat(others.without(answer.response().body()))
        .as(call)
        .isEqualTo(none.without(nothing.response().body()));
    if (call.contains("{")) {
      assertThat(answer.status()).as(call).isIn(403, 404);
    }
  }

  @Test
  void aClientMayUseTheReferenceOfAnotherAndSeesOnlyItsOwnOrder() {
    String reference = place(owner, freshName("ca"));
    JsonNode before = owner.get("/api/v1/orders/" + reference).body();

    Answer placed =
        other.postExactly("/api/v1/orders", Registrations.order(reference, freshName("ca"), ""));

    assertThat(placed.status()).isEqualTo(202);
    assertThat(placed.body().get("id")).isNotEqualTo(before.get("id"));
    assertThat(other.post("/api/v1/orders/" + reference + "/cancel", "").status()).isEqualTo(200);
    assertThat(owner.get("/api/v1/orders/" + reference).body().get("status").asText())
        .isNotEqualTo("CANCELLED");
    Answer busy =
        other.postExactly(
            "/api/v1/orders",
            Registrations.order("R-" + UUID.randomUUID(), before.get("domain").asText(), ""));
    assertThat(busy.status()).isEqualTo(409);
    assertThat(busy.response().body())
        .doesNotContain(
            reference, before.get("id").asText(), before.get("processInstanceId").asText());
    owner.post("/api/v1/orders/" + reference + "/cancel", "");
  }
}
