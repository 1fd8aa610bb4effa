package io.domainflow.rest.client;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.rest.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Of two clients, each has its own orders, and no endpoint gives it anything of the other. */
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

  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/v1/domains",
          "?expiringBefore=2090-01-01",
          "/api/v1/consents",
          "?domain={domain}",
          "/api/v1/tlds",
          "?account={account}",
          "/api/v1/tlds/{tld}",
          "?account={account}");

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private static final List<String> ON_THE_ENGINE =
      List.of(
          "GET process-instance",
          "GET process-instance/{id}",
          "GET process-instance/{id}/variables",
          "PUT process-instance/{id}/variables/x",
          "PUT process-instance/{id}/suspended",
          "DELETE process-instance/{id}",
          "GET process-instance/count?businessKey={reference}",
          "POST process-instance",
          "POST process-instance/count",
          "GET execution?processInstanceId={id}",
          "GET task?processInstanceId={id}",
          "GET task/count",
          "POST task",
          "GET variable-instance",
          "POST variable-instance/count",
          "GET incident",
          "GET job",
          "GET external-task",
          "POST external-task/fetchAndLock",
          "POST message",
          "POST signal",
          "POST condition",
          "GET history/process-instance/{id}",
          "GET history/process-instance/count?processInstanceBusinessKey={reference}",
          "POST history/process-instance",
          "GET history/variable-instance?processInstanceId={id}",
          "GET history/activity-instance",
          "GET history/detail",
          "GET history/task",
          "GET history/user-operation",
          "GET event-subscription",
          "GET filter",
          "GET user",
          "GET authorization",
          "GET metrics");

  private static final Pattern TIME = Pattern.compile("(?<=\")\\d{4}-\\d\\d-\\d\\dT[^\"]*(?=\")");

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

  /** The objects that the documented paths name. */
  private record Things(
      String reference, String domain, String account, String client, String id, String delivery) {

    String in(String path) {
      return path.replace("{reference}", reference)
          .replace("{domain}", domain)
          .replace("{account}", account)
          .replace("{name}", client)
          .replace("{id}", id)
          .replace("{delivery}", delivery)
          .replace("{tld}", "com")
          .replace("{figure}", "orders-per-day");
    }

    /** An answer without the values from the request. */
    String without(String body) {
      String blank = body;
      for (String thing : List.of(reference, domain, account, client, id, delivery)) {
        blank = blank.replace(thing, "…");
      }
      return blank;
    }
  }

  @Test
  void eachClientSeesOnlyItsOwn() {
    String domain = freshName("com");
    awaitStatus(place(owner, domain), "COMPLETED");
    String reference = place(owner, freshName("ca"));
    awaitStatus(reference, "WAITING");
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

  /** A reader compares times as text. */
  @Test
  void allTimesAreWrittenAlike() {
    Caller admin = new Caller(port, "admin");
    String domain = freshName("com");
    awaitStatus(place(owner, domain), "COMPLETED");
    String reference = place(owner, freshName("ca"));
    awaitStatus(reference, "WAITING");
    String webhook =
        owner
            .post("/api/v1/webhooks", "{'url': 'https://webhooks.example.net/'}")
            .body()
            .get("id")
            .asText();
    String delivery =
        owner.post("/api/v1/webhooks/" + webhook + "/test", "").body().get("id").asText();
    clients.token(ownerName);
    admin.call("PUT", "/api/v1/domains/" + domain + "/hold", "{'kind': 'COURT', 'reference': '1'}");
    String instance =
        admin.get("/api/v1/orders/" + reference).body().get("processInstanceId").asText();
    Map<String, List<String>> times = new TreeMap<>();

    for (String id : List.of(webhook, instance, "DomainRegistrationProcess")) {
      Things things = new Things(reference, domain, "sandbox", ownerName, id, delivery);
      for (String call : documentedCalls()) {
        if (call.startsWith("GET ")) {
          times
              .computeIfAbsent(call, each -> new ArrayList<>())
              .addAll(timesIn(send(admin, call, things).response().body()));
        }
      }
    }
    admin.delete("/api/v1/domains/" + domain + "/hold");
    owner.post("/api/v1/orders/" + reference + "/cancel", "");

    assertThat(times)
        .allSatisfy(
            (call, written) ->
                assertThat(written)
                    .as(call)
                    .allMatch(time -> time.matches(".*T\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z")));
    times.values().removeIf(List::isEmpty);
    assertThat(times.keySet())
        .hasSizeGreaterThan(12)
        .contains(
            "GET /api/v1/orders",
            "GET /api/v1/orders/{reference}/timeline",
            "GET /api/v1/domains/{domain}",
            "GET /api/v1/domains/{domain}/hold",
            "GET /api/v1/clients/{name}/tokens",
            "GET /api/v1/process-instances/{id}/audit",
            "GET /api/v1/webhooks/{id}/deliveries/{delivery}");
  }

  private static List<String> timesIn(String body) {
    return TIME.matcher(body).results().map(MatchResult::group).toList();
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

  /** Method and path of everything in the specification. */
  private static List<String> documentedCalls() {
    List<String> calls = new ArrayList<>();
    OpenApi.read()
        .root()
        .get("paths")
        .properties()
        .forEach(
            path ->
                OpenApi.names(path.getValue()).stream()
                    .filter(METHODS::contains)
                    .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey())
                    .forEach(calls::add));
    return calls;
  }

  private static Answer send(Caller caller, String call, Things things) {
    String method = call.substring(0, call.indexOf(' '));
    String path = call.substring(call.indexOf(' ') + 1);
    return caller.call(
        method,
        things.in(path + QUERIES.getOrDefault(path, "")),
        method.equals("GET") || method.equals("DELETE") ? null : "{}");
  }

  @Test
  void readsAndChangesNothingOnTheEngine() {
    String reference = place(owner, freshName("ca"));
    String instance =
        owner.get("/api/v1/orders/" + reference).body().get("processInstanceId").asText();

    for (String call : ON_THE_ENGINE) {
      String method = call.substring(0, call.indexOf(' '));
      String path =
          call.substring(call.indexOf(' ') + 1)
              .replace("{id}", instance)
              .replace("{reference}", reference);
      for (String engine : List.of("/engine-rest/", "/engine-rest/engine/default/")) {
        for (Caller client : List.of(owner, other)) {
          Answer answer = client.call(method, engine + path, method.equals("GET") ? null : "{}");
          assertThat(answer.status()).as(method + " " + engine + path).isEqualTo(403);
        }
      }
    }
    assertThat(owner.post("/api/v1/orders/" + reference + "/cancel", "").status()).isEqualTo(200);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/default/process-instance",
        "/camunda/api/engine/engine/default/history/variable-instance",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "/camunda/api/admin/auth/user/default",
        "/actuator/metrics",
        "/actuator/info",
        "/sandbox/ledger",
        "/sandbox/clock",
        "/accounts"
      })
  void tokensAreAcceptedNowhereElse(String path) {
    String token = clients.token(ownerName);

    assertThat(Caller.client(port, token).get(path).status()).isIn(401, 404);
    assertThat(new Caller(port, ownerName, token).get(path).status()).isIn(401, 404);
  }

  @Test
  void noUserOfTheEngineGetsTheLoginOfAClient() {
    Caller admin = new Caller(port, "admin");
    String user =
        "{'profile': {'id': 'client/%s', 'firstName': 'A', 'lastName': 'B'},"
            + " 'credentials': {'password': 'a long password'}}";

    assertThat(admin.post("/engine-rest/user/create", user.formatted(ownerName)).status())
        .isGreaterThanOrEqualTo(400);

    assertThat(admin.get("/engine-rest/user?lastName=B").body()).isEmpty();
    assertThat(new Caller(port, "client/" + ownerName, "a long password").get("/engine-rest/user"))
        .extracting(Answer::status)
        .isEqualTo(401);
  }

  private static String place(Caller client, String domain) {
    String reference = "R-" + UUID.randomUUID();
    Answer placed =
        client.postExactly("/api/v1/orders", Registrations.order(reference, domain, ""));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    return reference;
  }

  private void awaitStatus(String reference, String status) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(owner.get("/api/v1/orders/" + reference).body().get("status").asText())
                    .isEqualTo(status));
  }
}
