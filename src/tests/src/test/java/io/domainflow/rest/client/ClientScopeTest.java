package io.domainflow.rest.client;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.rest.client.DocumentedCalls.documentedCalls;
import static io.domainflow.rest.client.DocumentedCalls.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.rest.OpenApi;
import io.domainflow.rest.client.DocumentedCalls.Things;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client can order only within its scope, through every API. */
@DomainflowTest
class ClientScopeTest {

  private static final String START =
      "/engine-rest/process-definition/key/DomainRegistrationProcess/start";

  private final Clients clients;
  private final Caller admin;
  private final Caller analyst;

  @Autowired
  ClientScopeTest(@LocalServerPort int port) {
    this.clients = new Clients(port);
    this.admin = new Caller(port, "admin");
    this.analyst = new Caller(port, "analyst");
  }

  @Test
  void refusesAnotherAccountAndLeavesNothingBehind() {
    String reference = "S-" + UUID.randomUUID();
    Caller shop = clients.caller(clients.add("'accounts': ['sandbox2'], 'operations': ['*']"));

    Answer refused =
        shop.postExactly("/api/v1/orders", Registrations.order(reference, freshName("com"), ""));

    assertOutOfScope(refused, "account");
    assertThat(refused.body().get("detail").asText()).contains("account sandbox.");
    assertNothingIsLeft(shop, reference);
  }

  /** Otherwise a client could find out which accounts exist. */
  @Test
  void answersAnUnknownAccountLikeAnotherOne() {
    Caller shop = clients.caller(clients.add("'accounts': ['sandbox2'], 'operations': ['*']"));
    String order = "{'account': '%s', 'operation': 'REGISTER', 'reference': '', 'color': 1}";

    Answer other = shop.post("/api/v1/orders", order.formatted("sandbox"));
    Answer unknown = shop.post("/api/v1/orders", order.formatted("nowhere"));

    assertOutOfScope(other, "account");
    assertThat(other.status()).isEqualTo(unknown.status());
    assertThat(other.response().body().replace("sandbox", "nowhere"))
        .isEqualTo(unknown.response().body());
  }

  @Test
  void refusesAnotherOperation() {
    String reference = "S-" + UUID.randomUUID();
    Caller shop =
        clients.caller(clients.add("'accounts': ['sandbox'], 'operations': ['RENEW', 'TRANSFER']"));

    Answer refused =
        shop.postExactly("/api/v1/orders", Registrations.order(reference, freshName("com"), ""));

    assertOutOfScope(refused, "operation");
    assertThat(refused.body().get("detail").asText()).contains("may not order REGISTER");
    assertNothingIsLeft(shop, reference);
  }

  @Test
  void holdsForStartsOnTheEngineToo() {
    String reference = "S-" + UUID.randomUUID();
    String name = clients.add("'accounts': ['sandbox2'], 'operations': ['REGISTER']");
    Caller shop = clients.caller(name);

    Answer account = start(shop, reference, "sandbox");
    clients.change(name, "'accounts': ['sandbox'], 'operations': ['RENEW']");
    Answer operation = start(shop, reference, "sandbox");

    assertThat(account.status()).as(account.body().toString()).isEqualTo(403);
    assertThat(account.body().get("message").asText())
        .contains("your client may not order anything on account sandbox");
    assertThat(operation.status()).as(operation.body().toString()).isEqualTo(403);
    assertThat(operation.body().get("message").asText())
        .contains("your client may not order REGISTER");
    assertNothingIsLeft(shop, reference);
    clients.change(name, "'operations': ['*']");
    Answer started = start(shop, reference, "sandbox");
    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    JsonNode order = shop.get("/api/v1/orders/" + reference).body();
    assertThat(order.get("processInstanceId")).isEqualTo(started.body().get("id"));
  }

  @Test
  void hasOnlySoManyOpenOrders() {
    Caller shop =
        clients.caller(
            clients.add("'accounts': ['sandbox'], 'operations': ['*'], 'openOrders': 1"));
    String domain = freshName("ca");
    String open = "S-" + UUID.randomUUID();
    String first = Registrations.order(open, domain, "");
    assertThat(shop.postExactly("/api/v1/orders", first).status()).isEqualTo(202);
    awaitStatus(shop, open, "WAITING");
    String further = "S-" + UUID.randomUUID();
    String second = Registrations.order(further, freshName("com"), "");

    for (String path : List.of("/api/v1/orders", "/api/v1/dry-runs")) {
      Answer refused = shop.postExactly(path, second);
      assertThat(refused.status()).as(refused.body().toString()).isEqualTo(429);
      assertThat(refused.body().get("type").asText()).endsWith(":too-many-open-orders");
      assertThat(refused.body().get("detail").asText()).contains("you have 1 open orders");
      assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
    }
    assertThat(start(shop, further, "sandbox").status()).isEqualTo(429);
    assertNothingIsLeft(shop, further);
    assertThat(shop.postExactly("/api/v1/orders", first).status()).isEqualTo(202);
    String ofStaff = Registrations.order("S-" + UUID.randomUUID(), freshName("com"), "");
    assertThat(admin.postExactly("/api/v1/orders", ofStaff).status()).isEqualTo(202);

    assertThat(shop.post("/api/v1/orders/" + open + "/cancel", "").status()).isEqualTo(200);
    assertThat(shop.postExactly("/api/v1/orders", second).status()).isEqualTo(202);
  }

  /** Every documented call that acts on an order, those of later versions included. */
  @Test
  void whatActsOnAnOrderNeedsTheScopeOfIt() {
    String group = "scope-" + UUID.randomUUID().toString().substring(0, 8);
    String full = "'accounts': ['sandbox'], 'operations': ['*'], 'group': '%s'".formatted(group);
    Caller owner = clients.caller(clients.add(full));
    Caller mate =
        clients.caller(clients.add(full.replace("'operations': ['*']", "'operations': ['RENEW']")));
    Caller elsewhere = clients.caller(clients.add(full.replace("'sandbox'", "'sandbox2'")));
    String reference = place(owner, freshName("ca"));
    awaitStatus(owner, reference, "WAITING");
    Things things = new Things(reference, freshName("com"), "sandbox", "nobody", "none", "none");
    List<String> acting =
        documentedCalls().stream()
            .filter(call -> call.contains("/orders/{reference}/") && !call.startsWith("GET "))
            .toList();
    assertThat(acting).hasSizeGreaterThanOrEqualTo(4);

    for (String call : acting) {
      assertOutOfScope(send(mate, call, things), "operation");
      assertOutOfScope(send(elsewhere, call, things), "account");
    }

    assertThat(mate.get("/api/v1/orders/" + reference).status()).isEqualTo(200);
    JsonNode actions = mate.get("/api/v1/orders/" + reference + "/actions").body().get("actions");
    assertThat(actions.findValuesAsText("possible")).isNotEmpty().containsOnly("false");
    assertThat(actions.findValuesAsText("text")).allMatch(text -> text.contains("scope"));
    awaitStatus(owner, reference, "WAITING");
    assertThat(owner.post("/api/v1/orders/" + reference + "/cancel", "").status()).isEqualTo(200);
  }

  @Test
  void existingOrdersStayReadableForTheClient() {
    String name = clients.add("'accounts': ['sandbox'], 'operations': ['REGISTER']");
    Caller shop = clients.caller(name);
    String open = place(shop, freshName("ca"));
    String domain = freshName("com");
    awaitStatus(shop, place(shop, domain), "COMPLETED");
    awaitStatus(shop, open, "WAITING");
    assertThat(shop.get("/api/v1/domains/" + domain).status()).isEqualTo(200);
    assertThat(ending(shop, "").findValuesAsText("domain")).containsExactly(domain);
    assertThat(ending(shop, "&account=sandbox").findValuesAsText("domain")).containsExactly(domain);

    clients.change(name, "'accounts': ['sandbox2'], 'operations': ['RENEW']");

    assertThat(shop.get("/api/v1/orders/" + open).status()).isEqualTo(200);
    assertThat(admin.post("/api/v1/orders/" + open + "/cancel", "").status()).isEqualTo(200);
    Answer hidden = shop.get("/api/v1/domains/" + domain + "?account=sandbox");
    String none = freshName("com");
    Answer unknown = shop.get("/api/v1/domains/" + none + "?account=nowhere");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.response().body().replace(domain, none)).isEqualTo(unknown.response().body());
    assertThat(shop.get("/api/v1/domains/" + domain).status()).isEqualTo(404);
    assertThat(ending(shop, "")).isEmpty();
    assertThat(ending(shop, "&account=sandbox")).isEqualTo(ending(shop, "&account=nowhere"));
  }

  private JsonNode ending(Caller shop, String more) {
    return shop.get("/api/v1/domains?expiringBefore=2090-01-01" + more).body().get("domains");
  }

  private static Answer start(Caller shop, String reference, String account) {
    String registrant =
        "{\\\"firstName\\\": \\\"Ada\\\", \\\"lastName\\\": \\\"Example\\\", \\\"street\\\":"
            + " [\\\"Main Street 1\\\"], \\\"city\\\": \\\"Berlin\\\", \\\"postalCode\\\":"
            + " \\\"10115\\\", \\\"country\\\": \\\"DE\\\", \\\"phone\\\": \\\"+49.301234567\\\","
            + " \\\"email\\\": \\\"ada@example.net\\\"}";
    return shop.post(
        START,
        """
        {'businessKey': '%s', 'variables': {
          'account': {'type': 'String', 'value': '%s'},
          'domain': {'type': 'String', 'value': '%s'},
          'period': {'type': 'String', 'value': '1Y'},
          'registrant': {'type': 'Json', 'value': '%s'},
          'nameservers': {'type': 'Json',
            'value': '[\\"ns1.example.net\\", \\"ns2.example.net\\"]'}}}
        """
            .formatted(reference, account, freshName("com"), registrant));
  }

  private static String place(Caller shop, String domain) {
    String reference = "S-" + UUID.randomUUID();
    Answer placed = shop.postExactly("/api/v1/orders", Registrations.order(reference, domain, ""));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    return reference;
  }

  private static void awaitStatus(Caller shop, String reference, String status) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(shop.get("/api/v1/orders/" + reference).body().get("status").asText())
                    .isEqualTo(status));
  }

  private static void assertOutOfScope(Answer answer, String member) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
    assertThat(answer.body().get("type").asText()).isEqualTo("urn:domainflow:problem:out-of-scope");
    assertThat(OpenApi.read().members("Problem")).containsAll(OpenApi.names(answer.body()));
    assertThat(answer.body().get("errors")).hasSize(1);
    assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(member);
    assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo("OUT_OF_SCOPE");
  }

  private void assertNothingIsLeft(Caller shop, String reference) {
    assertThat(shop.get("/api/v1/orders/" + reference).status()).isEqualTo(404);
    assertThat(admin.get("/api/v1/orders/" + reference).status()).isEqualTo(404);
    assertThat(
            analyst
                .get(
                    "/engine-rest/history/process-instance?processInstanceBusinessKey=" + reference)
                .body())
        .isEmpty();
  }
}
