package io.domainflow.rest.client;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.order.wanted.Operation;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only clients with the permission may send consents with their orders. */
@DomainflowTest
class ConsentRightsTest {

  private static final String CLIENTS = "/api/v1/clients/";
  private static final String START =
      "/engine-rest/process-definition/key/ChangeOfRegistrantProcess/";
  private static final String ANYTHING = "'accounts': ['*'], 'operations': ['*']";
  private static final String RIGHT = "'consents': {'textVersion': '3'}";
  private static final String REFUSED =
      "may be sent by API clients alone that administrators have given the right to";
  private static final String CONSENTS =
      "[{'side': 'NEW', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'},"
          + " {'side': 'PRIOR', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 2'}]";

  /** The ways of sending an order, and the answer of each to an accepted one. */
  private enum Way {
    ORDER(202),
    DRY_RUN(200),
    DRY_RUN_OF_AN_ORDER(200),
    START(200),
    START_FORM(200),
    INPUT(200);

    final int taken;

    Way(int taken) {
      this.taken = taken;
    }
  }

  private final int port;
  private final Caller admin;
  private final Clients clients;
  private final Registrations stories;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  @Autowired
  ConsentRightsTest(
      @LocalServerPort int port, IdentityService identity, JdbcClient jdbc, ObjectMapper json) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.clients = new Clients(port);
    this.stories = new Registrations(port);
    this.identity = identity;
    this.jdbc = jdbc;
    this.json = json;
  }

  @AfterEach
  void reset() {
    stories.startOver();
  }

  /** The test includes every login of the demo set-up and every way above. */
  @Test
  void refusesThemWithoutTheRightOnEveryRoute() throws JsonProcessingException {
    Map<String, Caller> callers = new LinkedHashMap<>();
    Set<String> withoutForms = new HashSet<>(Set.of("a client", "a client that had the right"));
    for (User user : identity.createUserQuery().list()) {
      callers.put(user.getId(), new Caller(port, user.getId()));
    }
    identity.createUserQuery().memberOfGroup("billing").list().stream()
        .map(User::getId)
        .forEach(withoutForms::add);
    String client = clients.add(ANYTHING);
    callers.put("a client", clients.caller(client));
    String former = clients.add(ANYTHING + ", " + RIGHT);
    Map<String, String> owners =
        Map.of(
            "a client",
            "client/" + client,
            "a client that had the right",
            "client/" + former,
            "billing2",
            "billing2");
    callers.put("a client that had the right", clients.caller(former));
    clients.change(former, "'consents': null");
    assertThat(callers).containsKeys("admin", "operator", "approver", "analyst", "billing");

    SoftAssertions all = new SoftAssertions();
    for (Map.Entry<String, Caller> caller : callers.entrySet()) {
      for (Way way : Way.values()) {
        String domain = ours();
        stories.give(domain, owners.getOrDefault(caller.getKey(), "billing"));
        String reference = reference();
        boolean orders =
            !caller.getKey().equals("analyst")
                && !(way == Way.START_FORM && withoutForms.contains(caller.getKey()));
        if (way == Way.INPUT && orders) {
          placeForInput(caller.getValue(), reference, domain);
        }

        Answer answer = send(way, caller.getValue(), reference, domain, CONSENTS);

        String what = way + " by " + caller.getKey() + ": " + answer.body();
        if (orders) {
          all.assertThat(answer.status()).as(what).isEqualTo(400);
          all.assertThat(answer.response().body()).as(what).contains(REFUSED);
        } else {
          all.assertThat(answer.status()).as(what).isIn(403, 404);
        }
        if (way == Way.INPUT) {
          all.assertThat(given(reference)).as(what).doesNotContain("ticket");
        } else {
          all.assertThat(admin.get("/api/v1/orders/" + reference).status()).as(what).isEqualTo(404);
        }
      }
    }
    all.assertAll();
  }

  @Test
  void acceptsThemFromAClientWithTheRightOnEveryRoute() throws JsonProcessingException {
    String name = clients.add(ANYTHING + ", " + RIGHT);
    Caller shop = clients.caller(name);
    // start forms are for staff
    for (Way way : EnumSet.complementOf(EnumSet.of(Way.START_FORM))) {
      String domain = ours();
      stories.give(domain, "client/" + name);
      String reference = reference();
      if (way == Way.INPUT) {
        placeForInput(shop, reference, domain);
      }

      Answer answer = send(way, shop, reference, domain, CONSENTS);

      assertThat(answer.status()).as(way + ": " + answer.body()).isEqualTo(way.taken);
      if (way == Way.DRY_RUN || way == Way.DRY_RUN_OF_AN_ORDER) {
        assertThat(answer.body().get("questions")).isEmpty();
      } else {
        awaitStatus(shop, reference, "COMPLETED");
        assertThat(admin.get("/api/v1/consents?domain=" + domain).body())
            .as(way.toString())
            .hasSize(2)
            .allSatisfy(
                consent -> {
                  assertThat(consent.get("by").asText()).isEqualTo("client/" + name);
                  assertThat(consent.get("textVersion").asText()).isEqualTo("3");
                  assertThat(consent.get("channel").asText()).isEqualTo("ORDER");
                });
      }
    }
  }

  /** All other operations accept no consents, from any caller. */
  @Test
  void acceptsThemOnlyWithChangesOfRegistrant() {
    Caller shop = clients.caller(clients.add(ANYTHING + ", " + RIGHT));
    for (Operation operation : Operation.values()) {
      if (operation == Operation.CHANGE_REGISTRANT) {
        continue;
      }
      Answer answer =
          shop.post(
              "/api/v1/orders",
              "{'reference': '%s', 'operation': '%s', 'account': 'sandbox', 'domain': '%s', 'consents': %s}"
                  .formatted(reference(), operation, ours(), CONSENTS));

      assertThat(answer.status()).as(operation + ": " + answer.body()).isEqualTo(400);
      assertThat(answer.body().get("errors"))
          .as(operation.toString())
          .anySatisfy(
              error -> {
                assertThat(error.get("field").asText()).isEqualTo("consents");
                assertThat(error.get("code").asText()).isEqualTo("NOT_OFFERED");
              });
    }
  }

  @Test
  void acceptsOnlyConsentsToTheTextOfTheRight() throws JsonProcessingException {
    Caller shop = clients.caller(clients.add(ANYTHING + ", 'consents': {'textVersion': '2026-2'}"));

    Answer answer = send(Way.ORDER, shop, reference(), ours(), CONSENTS);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
    assertThat(answer.body().get("errors"))
        .extracting(error -> error.get("field").asText())
        .containsExactly("consents[0].textVersion", "consents[1].textVersion");
    assertThat(answer.body().at("/errors/0/message").asText()).contains("2026-2");
  }

  @Test
  void continuesWithOrdersThatAClientSentBeforeItLostTheRight() throws JsonProcessingException {
    String name = clients.add(ANYTHING + ", " + RIGHT);
    Caller shop = clients.caller(name);
    String domain = ours();
    stories.give(domain, "client/" + name);
    String reference = reference();
    stories.happen(domain, "TRADE_REQUESTED_ELSEWHERE");
    assertThat(send(Way.ORDER, shop, reference, domain, CONSENTS).status()).isEqualTo(202);
    awaitWaitingFor(shop, reference, "CHANGE_PENDING");
    clients.change(name, "'consents': null");

    JsonNode order = admin.get("/api/v1/orders/" + reference).body();
    assertThat(stories.decide(order.at("/waitingFor/taskId").asText(), "CANCEL_PENDING").status())
        .isBetween(200, 299);

    awaitStatus(shop, reference, "COMPLETED");
  }

  @Test
  void reportsWhoGaveAndTookTheRightAndWhen() {
    String name = clients.add(ANYTHING);
    assertThat(admin.get(CLIENTS + name).body().get("consents").isNull()).isTrue();

    clients.change(name, RIGHT);
    JsonNode given = admin.get(CLIENTS + name).body().get("consents");
    assertThat(given.get("textVersion").asText()).isEqualTo("3");
    assertThat(given.get("givenBy").asText()).isEqualTo("admin");
    assertThat(given.get("givenAt").asText()).isNotEmpty();
    assertThat(admin.get("/api/v1/clients").body()).contains(admin.get(CLIENTS + name).body());

    clients.change(name, "'description': 'the shop', " + RIGHT);
    assertThat(admin.get(CLIENTS + name).body().get("consents")).isEqualTo(given);
    clients.change(name, "'consents': {'textVersion': '4'}");
    clients.change(name, "'consents': null");

    assertThat(admin.get(CLIENTS + name).body().get("consents").isNull()).isTrue();
    assertThat(
            jdbc.sql(
                    """
                    select text_version, given_by, revoked_by
                    from client_consent_right
                    where client = :name and revoked_at >= given_at order by number
                    """)
                .param("name", name)
                .query(
                    (row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list())
        .containsExactly("3 admin admin", "4 admin admin");
  }

  @Test
  void saysWhatIsWrongWithARight() {
    String name = clients.add(ANYTHING);
    for (String wrong :
        List.of("{}", "{'textVersion': ''}", "true", "{'textVersion': '3', 'allowed': true}")) {
      Answer answer = admin.patch(CLIENTS + name, "{'consents': %s}".formatted(wrong));
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.body().at("/errors/0/field").asText()).as(wrong).startsWith("consents");
    }
    assertThat(admin.get(CLIENTS + name).body().get("consents").isNull()).isTrue();
  }

  /** A removed client leaves no permission to the next client with its name. */
  @Test
  void endsWithItsClient() {
    String name = clients.add(ANYTHING + ", " + RIGHT);
    assertThat(admin.delete(CLIENTS + name).status()).isEqualTo(204);

    Answer anew = admin.post("/api/v1/clients", "{'name': '%s', %s}".formatted(name, ANYTHING));

    assertThat(anew.status()).isEqualTo(201);
    assertThat(anew.body().get("consents").isNull()).isTrue();
  }

  private Answer send(Way way, Caller caller, String reference, String domain, String consents)
      throws JsonProcessingException {
    ObjectNode order = order(reference, domain, "LOCK_AT_ONCE");
    order.set("consents", json.readTree(consents.replace('\'', '"')));
    return switch (way) {
      case ORDER -> caller.postExactly("/api/v1/orders", order.toString());
      case DRY_RUN -> caller.postExactly("/api/v1/dry-runs", order.toString());
      case DRY_RUN_OF_AN_ORDER ->
          caller.postExactly("/api/v1/orders?dryRun=true", order.toString());
      case START -> {
        order.remove("reference");
        yield caller.postExactly(
            START + "start", variables(order).put("businessKey", reference).toString());
      }
      case START_FORM -> caller.postExactly(START + "submit-form", variables(order).toString());
      case INPUT ->
          caller.post(
              "/api/v1/orders/" + reference + "/input",
              "{'registrantChangeMode': 'LOCK_AT_ONCE', 'consents': %s}".formatted(consents));
    };
  }

  private ObjectNode variables(ObjectNode order) {
    ObjectNode body = json.createObjectNode();
    ObjectNode variables = body.putObject("variables");
    order
        .properties()
        .forEach(
            member ->
                variables
                    .putObject(member.getKey())
                    .put("type", member.getValue().isTextual() ? "String" : "Json")
                    .put(
                        "value",
                        member.getValue().isTextual()
                            ? member.getValue().asText()
                            : member.getValue().toString()));
    return body;
  }

  private ObjectNode order(String reference, String domain, String mode)
      throws JsonProcessingException {
    return (ObjectNode)
        json.readTree(
            """
            {"reference": "%s", "operation": "CHANGE_REGISTRANT", "account": "sandbox",
             "domain": "%s", "registrantChangeMode": "%s",
             "registrant": {"firstName": "Ada", "lastName": "Example", "street": ["Main Street 1"],
               "city": "Berlin", "postalCode": "10115", "country": "DE",
               "phone": "+49.301234567", "email": "ada@example.net"}}
            """
                .formatted(reference, domain, mode));
  }

  private void placeForInput(Caller caller, String reference, String domain)
      throws JsonProcessingException {
    Answer placed =
        caller.postExactly("/api/v1/orders", order(reference, domain, "ASK").toString());
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    awaitWaitingFor(caller, reference, "CHOICE");
  }

  /** The stored consents of an order. */
  private String given(String reference) {
    return jdbc.sql(
            """
            select given_consents::text
            from order_registrant_change c join provisioning_order o on o.id = c.order_id
            where o.reference = :reference
            """)
        .param("reference", reference)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private static void awaitWaitingFor(Caller caller, String reference, String code) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        caller
                            .get("/api/v1/orders/" + reference)
                            .body()
                            .at("/waitingFor/code")
                            .asText())
                    .isEqualTo(code));
  }

  private static void awaitStatus(Caller caller, String reference, String status) {
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonNode order = caller.get("/api/v1/orders/" + reference).body();
              assertThat(order.path("status").asText()).as(order.toString()).isEqualTo(status);
            });
  }

  private String ours() {
    String domain = freshName("com");
    stories.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D',"
                + " 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}")
            .formatted(domain));
    return domain;
  }

  private static String reference() {
    return "C-" + UUID.randomUUID();
  }
}
