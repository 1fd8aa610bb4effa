package io.domainflow.process.authcode;

import static io.domainflow.process.authcode.AuthCodeStories.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A single member of staff cannot take the name of a customer. */
@DomainflowTest
class NamesTakenByStaffTest {

  private static final String APPROVE = "'decision': {'value': 'APPROVE', 'type': 'String'}";

  private final JdbcClient jdbc;
  private final Registrations stories;
  private final AuthCodeStories codes;
  private final int port;

  @Autowired
  NamesTakenByStaffTest(@LocalServerPort int port, RegistrarGateway gateway, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.port = port;
    this.stories = new Registrations(port);
    this.codes = new AuthCodeStories(stories, gateway);
  }

  @Test
  void anApproverLooksAtTheCodeOfACustomersNameThatStaffOrders() {
    String domain = customers();

    String reference = order("operator", "AUTH_CODE", domain, "");

    JsonNode waiting = await(reference, "AUTH_CODE_APPROVAL");
    assertThat(form(waiting)).contains("name that belongs to a customer");
    assertThat(approve("approver", waiting).status()).isBetween(200, 299);
    awaitEnd(reference);
    for (String other : List.of("approver", "admin")) {
      assertThat(read(new Caller(port, other), reference).status()).as(other).isEqualTo(403);
    }
    assertThat(read(new Caller(port, "operator"), reference).status()).isEqualTo(200);
  }

  /** Also where an installation has taken the row out of its policy. */
  @Test
  void staffReadsNoCodeOfACustomersNameThatNobodyElseHasApproved() {
    String domain = customers();
    String reference = order("operator", "AUTH_CODE", domain, "");
    approve("approver", await(reference, "AUTH_CODE_APPROVAL"));
    String id = awaitEnd(reference).get("id").asText();
    jdbc.sql(
            """
            update order_code_course set approval_needed = false, approved_by = null
            where order_id = :id::uuid
            """)
        .param("id", id)
        .update();

    Answer refused = read(new Caller(port, "operator"), reference);

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().get("type").asText()).endsWith(":auth-code-of-another");
    assertThat(read(new Caller(port, "billing"), id).status()).isEqualTo(200);
  }

  @Test
  void staffPassesOnTheCodeOfANameThatBelongsToNobody() {
    String domain = codes.here("com", "");

    String reference = order("operator", "AUTH_CODE", domain, "");

    // the operator may be new, or have ordered many codes in other tests
    Awaitility.await()
        .until(
            () -> {
              JsonNode order = order(reference);
              if (order.at("/waitingFor/code").asText().equals("AUTH_CODE_APPROVAL")) {
                approve("approver", order);
              }
              return order.get("status").asText().equals("COMPLETED");
            });
    assertThat(read(new Caller(port, "operator"), reference).status()).isEqualTo(200);
  }

  @Test
  void anApproverLooksAtTheLockOfACustomersNameThatStaffOpens() {
    String domain = codes.here("com", ", 'transferLock': true");
    stories.give(domain, "billing");

    String reference = order("operator", "UPDATE", domain, ", 'transferLock': false");

    assertThat(form(await(reference, "UPDATE_APPROVAL")))
        .contains("name that belongs to a customer");
    assertThat(codes.isOpen(domain)).isFalse();
    new Caller(port, "operator").post("/api/v1/orders/" + reference + "/cancel", "");
  }

  @Test
  void anAccompliceWaitsForAnApproverWhoHasNotHandedTheNameOver() {
    String domain = customers();
    assertThat(handOver("approver", domain, "'billing2'").status()).isEqualTo(200);

    String reference = order("billing2", "AUTH_CODE", domain, "");

    JsonNode waiting = await(reference, "AUTH_CODE_APPROVAL");
    assertThat(form(waiting)).contains("taken from its owner");
    Answer own = approve("approver", waiting);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.body().toString()).contains("You have given this name to its present owner");
    assertThat(approve("approver2", waiting).status()).isBetween(200, 299);
    awaitEnd(reference);
  }

  @Test
  void theFormerOwnerIsToldOneNameAtATimeOrAll() {
    Caller former = new Caller(port, "billing");
    try (WebhookReceiver receiver = new WebhookReceiver()) {
      String webhook =
          former
              .post(
                  "/api/v1/webhooks",
                  "{'url': '%s', 'types': ['domain.handed_over']}".formatted(receiver.url()))
              .body()
              .get("id")
              .asText();
      String one = customers();
      assertThat(handOver("operator", one, "null").status()).isEqualTo(200);
      // from nobody: nobody is told
      assertThat(handOver("operator", one, "'billing2'").status()).isEqualTo(200);
      String other = customers();
      assertThat(
              new Caller(port, "operator")
                  .post(
                      "/api/v1/domain-owners",
                      "{'account': '%s', 'from': 'billing', 'to': 'billing2', 'reason': 'moves'}"
                          .formatted(stories.account()))
                  .status())
          .isEqualTo(200);

      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(receiver.received())
                      .anySatisfy(event -> assertThat(event.body()).contains(other)));
      assertThat(receiver.received())
          .filteredOn(event -> event.body().contains(one))
          .hasSize(1)
          .allSatisfy(
              event ->
                  assertThat(event.body())
                      .contains("domain.handed_over")
                      .doesNotContain("billing2"));
      former.delete("/api/v1/webhooks/" + webhook);
    }
  }

  private String customers() {
    String domain = codes.here("com", "");
    stories.give(domain, "billing");
    return domain;
  }

  private Answer handOver(String login, String domain, String owner) {
    return new Caller(port, login)
        .put(
            "/api/v1/domains/" + domain + "/owner?account=" + stories.account(),
            "{'owner': %s, 'reason': 'ticket 4711'}".formatted(owner));
  }

  private String order(String login, String operation, String domain, String more) {
    String reference = "S-" + UUID.randomUUID();
    Answer placed =
        new Caller(port, login)
            .post(
                "/api/v1/orders",
                "{'reference': '%s', 'operation': '%s', 'account': '%s', 'domain': '%s' %s}"
                    .formatted(reference, operation, stories.account(), domain, more));
    assertThat(placed.status()).as("%s", placed.body()).isEqualTo(202);
    return reference;
  }

  private JsonNode order(String reference) {
    return new Caller(port, "admin").get("/api/v1/orders/" + reference).body();
  }

  private JsonNode await(String reference, String code) {
    return Awaitility.await()
        .until(() -> order(reference), order -> order.at("/waitingFor/code").asText().equals(code));
  }

  private JsonNode awaitEnd(String reference) {
    return Awaitility.await()
        .until(() -> order(reference), order -> order.get("status").asText().equals("COMPLETED"));
  }

  private String form(JsonNode waiting) {
    return new Caller(port, "approver")
        .get("/engine-rest/task/" + waiting.at("/waitingFor/taskId").asText() + "/form-variables")
        .body()
        .toString();
  }

  private Answer approve(String login, JsonNode waiting) {
    return new Caller(port, login)
        .post(
            "/engine-rest/task/" + waiting.at("/waitingFor/taskId").asText() + "/submit-form",
            "{'variables': {" + APPROVE + "}}");
  }
}
