package io.domainflow.rest.client;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.rest.client.ClientOrders.awaitStatus;
import static io.domainflow.rest.client.ClientOrders.awaitWaitingFor;
import static io.domainflow.rest.client.ConsentRoutes.placeForInput;
import static io.domainflow.rest.client.ConsentRoutes.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.Clients;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.order.content.Operation;
import io.domainflow.rest.client.ConsentRoutes.Way;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Only clients with the right may send consents with their orders, on every route. {@link
 * ConsentRightApiTest} covers how the right is given.
 */
@DomainflowTest
class ConsentRightsTest {

  private static final String ANYTHING = "'accounts': ['*'], 'operations': ['*']";
  private static final String RIGHT = "'consents': {'textVersion': '3'}";
  private static final String REFUSED =
      "may be sent by API clients alone that administrators have given the right to";
  private static final String CONSENTS =
      "[{'side': 'NEW', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'},"
          + " {'side': 'PRIOR', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 2'}]";

  private final int port;
  private final Caller admin;
  private final Clients clients;
  private final Registrations stories;
  private final IdentityService identity;
  private final JdbcClient jdbc;

  @Autowired
  ConsentRightsTest(@LocalServerPort int port, IdentityService identity, JdbcClient jdbc) {
    this.port = port;
    this.admin = new Caller(port, "admin");
    this.clients = new Clients(port);
    this.stories = new Registrations(port);
    this.identity = identity;
    this.jdbc = jdbc;
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
