package io.domainflow.rest.domain;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.Registrations;
import io.domainflow.order.content.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Provides callers of every kind, and names and orders for tests about owners. */
abstract class NameStage {

  static final String ORDERS = "/api/v1/orders";

  private static final Map<String, Object> REGISTRANT =
      Map.of(
          "firstName", "Eve",
          "lastName", "Stranger",
          "street", List.of("Side Street 2"),
          "city", "Berlin",
          "postalCode", "10115",
          "country", "DE",
          "phone", "+49.301234568",
          "email", "eve@example.net");

  private final ObjectMapper json = new ObjectMapper();
  final Clients clients;
  final Registrations stories;
  final Caller admin;
  final Caller operator;
  final Caller approver;
  final Caller analyst;
  final Caller billing2;
  final String shop;
  final String groupMate;
  final Caller owner;
  final Caller mate;
  final Caller other;
  final String group;

  NameStage(int port) {
    this.clients = new Clients(port);
    this.stories = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.operator = new Caller(port, "operator");
    this.approver = new Caller(port, "approver");
    this.analyst = new Caller(port, "analyst");
    this.billing2 = new Caller(port, "billing2");
    this.group = "group-" + UUID.randomUUID().toString().substring(0, 13);
    this.shop = clients.add(everything(group));
    this.groupMate = clients.add(everything(group));
    this.owner = clients.caller(shop);
    this.mate = clients.caller(groupMate);
    this.other = clients.caller(clients.add());
  }

  static String everything(String group) {
    return "'group': '%s', 'accounts': ['*'], 'operations': ['*']".formatted(group);
  }

  /** An order that may be placed for a name in the account. */
  Map<String, Object> order(Operation operation, String domain) {
    Map<String, Object> order =
        new LinkedHashMap<>(
            Map.of(
                "reference",
                "N-" + UUID.randomUUID(),
                "operation",
                operation.name(),
                "account",
                "sandbox",
                "domain",
                domain));
    switch (operation) {
      case REGISTER -> {
        order.put("period", "1Y");
        order.put("registrant", REGISTRANT);
      }
      case TRANSFER -> order.put("authCode", "a-guessed-code");
      case CHANGE_REGISTRANT -> order.put("registrant", REGISTRANT);
      case RENEW -> {
        order.put("period", "1Y");
        order.put("expires", "2030-01-01");
      }
      case DELETE -> order.put("confirmDomain", domain);
      case UPDATE -> order.put("transferLock", true);
      case RELEASE -> order.put("target", "TRANSIT");
      case REVERT -> order.put("reverts", "an-update-that-is-not");
      case RESTORE, SUSPEND, UNSUSPEND, CANCEL, AUTH_CODE -> {
        // only the name
      }
    }
    return order;
  }

  String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String text(Map<String, Object> order) {
    return written(order);
  }

  /** A name in the account without an owner. */
  String nobodys() {
    // below .de each operation is offered
    String domain = freshName("de");
    Answer set =
        admin.post(
            "/sandbox/registry",
            "{'domain': '%s', 'owner': 'OURS', 'expires': 'P200D'}".formatted(domain));
    assertThat(set.status()).isEqualTo(200);
    return domain;
  }

  String ownedBy(String text) {
    String domain = nobodys();
    stories.give(domain, text);
    return domain;
  }

  Answer tryOut(Caller caller, Operation operation, String domain) {
    return caller.postExactly("/api/v1/dry-runs", text(order(operation, domain)));
  }

  Answer handOver(Caller caller, String domain, String owner) {
    return caller.put(
        "/api/v1/domains/" + domain + "/owner?account=sandbox",
        "{'owner': %s, 'reason': 'ticket 4711'}".formatted(owner));
  }

  String place(Caller caller, Operation operation, String domain) {
    Map<String, Object> order = order(operation, domain);
    Answer placed = caller.postExactly(ORDERS, text(order));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    return order.get("reference").toString();
  }

  static JsonNode awaitEnd(Caller caller, String reference) {
    JsonNode[] last = new JsonNode[1];
    Awaitility.await()
        .alias(reference)
        .untilAsserted(
            () -> {
              last[0] = caller.get(ORDERS + "/" + reference).body();
              assertThat(last[0].path("status").asText())
                  .as(last[0].toString())
                  .isIn("COMPLETED", "FAILED", "CANCELLED");
            });
    return last[0];
  }

  static List<String> names(Caller caller) {
    return Stream.of("/api/v1/domains", "/api/v1/domains?expiringBefore=2090-01-01")
        .flatMap(list -> caller.get(list).body().findValuesAsText("domain").stream())
        .toList();
  }
}
