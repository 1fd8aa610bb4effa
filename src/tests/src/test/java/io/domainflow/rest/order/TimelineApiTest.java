package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The timeline describes an order's events in words. */
@DomainflowTest
class TimelineApiTest {

  private final Caller billing;
  private final Caller billing2;
  private final Caller operator;
  private final Caller approver;
  private final Caller admin;
  private final Registrations registrations;
  private final HistoryService history;

  @Autowired
  TimelineApiTest(HistoryService history, @LocalServerPort int port) {
    this.history = history;
    this.billing = new Caller(port, "billing");
    this.billing2 = new Caller(port, "billing2");
    this.operator = new Caller(port, "operator");
    this.approver = new Caller(port, "approver");
    this.admin = new Caller(port, "admin");
    this.registrations = new Registrations(port);
  }

  @AfterEach
  void forgetFaults() {
    admin.delete("/sandbox/faults");
  }

  private static List<JsonNode> entries(Caller reader, String reference) {
    return StreamSupport.stream(
            reader
                .get("/api/v1/orders/" + reference + "/timeline")
                .body()
                .path("entries")
                .spliterator(),
            false)
        .toList();
  }

  private List<String> texts(String reference) {
    return entries(billing, reference).stream().map(e -> e.path("text").asText()).toList();
  }

  @Test
  void tellsARegistrationFromItsPlacingToItsEnd() {
    String domain = freshName("com");
    String reference = registrations.place(domain);
    registrations.awaitStatus(reference, "COMPLETED");

    assertThat(texts(reference))
        .startsWith("The order was placed: registration of " + domain + " on account sandbox.")
        .containsSubsequence(
            "The registrar is asked for AddDomain.",
            "The registrar has accepted AddDomain.",
            "Completed: registered.");
    List<Instant> times =
        entries(billing, reference).stream()
            .map(e -> Instant.parse(e.path("at").asText()))
            .toList();
    assertThat(times).isSorted();
  }

  @Test
  void reportsWhomItWaitedForAndWhatPeopleDid() {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.awaitStatus(reference, "WAITING");
    String task = registrations.get(reference).at("/waitingFor/taskId").asText();
    operator.post(
        "/engine-rest/task/" + task + "/submit-form",
        "{'variables': {'decision': {'value': 'REJECT', 'type': 'String'}}}");
    registrations.awaitStatus(reference, "FAILED");

    List<JsonNode> ours = entries(billing, reference);
    List<JsonNode> staffs = entries(operator, reference);

    assertThat(texts(reference))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("Waits for the caller or an operator: ")
                    .contains("900"))
        .anySatisfy(
            text -> assertThat(text).startsWith("A task was completed. ").endsWith(": Reject."))
        .last()
        .asString()
        .startsWith("Failed. ");
    assertThat(ours).extracting(e -> e.path("by").asText(null)).contains("billing", "our staff");
    assertThat(staffs).extracting(e -> e.path("by").asText(null)).contains("billing", "operator");
  }

  @Test
  void tellsOnceThatTheRegistrarCannotBeReachedHoweverOftenItIsTried() {
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'RESET_BEFORE', 'times': 3, 'domain': '*'}");
    String reference = registrations.place(freshName("com"));
    registrations.awaitStatus(reference, "WAITING");
    admin.post("/sandbox/clock", "{'advance': 'PT1H'}");
    registrations.awaitStatus(reference, "COMPLETED");

    assertThat(texts(reference))
        .filteredOn(text -> text.startsWith("Waits for the registrar: "))
        .hasSize(1);
  }

  @Test
  void reportsWhatCallersGaveAndWhoCancelled() {
    String given = registrations.place(freshName("ca"));
    registrations.awaitStatus(given, "WAITING");
    billing.post(
        "/api/v1/orders/" + given + "/input", "{'additionalFields': {'X-CA-LEGALTYPE': 'CCT'}}");
    registrations.awaitStatus(given, "COMPLETED");
    String cancelled = registrations.place(freshName("ca"));
    registrations.awaitStatus(cancelled, "WAITING");
    operator.post("/api/v1/orders/" + cancelled + "/cancel", "");

    assertThat(texts(given))
        .contains("The order was given what it waited for: additionalFields.", "Continues.");
    JsonNode last = entries(operator, cancelled).get(entries(operator, cancelled).size() - 1);
    assertThat(last.path("text").asText()).isEqualTo("Cancelled.");
    assertThat(last.path("by").asText()).isEqualTo("operator");
  }

  @Test
  void isTheCallersOwn() {
    String reference = registrations.place(freshName("ca"));

    assertThat(billing2.get("/api/v1/orders/" + reference + "/timeline").status()).isEqualTo(404);

    registrations.cancel(reference);
  }

  @Test
  void keepsWhatPeopleWroteToATask() {
    String domain = freshName("com");
    registrations.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(domain));
    String reference = registrations.place(domain);
    String task =
        registrations.awaitWaitingFor(reference, "PRICE").at("/waitingFor/taskId").asText();
    String another = registrations.place(freshName("com"));
    JsonNode other = registrations.awaitStatus(another, "COMPLETED");
    String comments = "/engine-rest/task/" + task + "/comment";
    String text = "Asked on the phone. " + "x".repeat(900);

    Caller.Answer written =
        operator.post(
            comments + "/create",
            "{'message': '%s', 'processInstanceId': '%s'}"
                .formatted(text, other.get("processInstanceId").asText()));

    assertThat(written.status()).as(written.body().toString()).isEqualTo(200);
    assertThat(operator.get(comments).body()).hasSize(1);
    assertThat(
            operator.post(comments + "/create", "{'message': ' '}").body().get("message").asText())
        .contains("1 to 1000 characters");
    assertThat(
            operator
                .post(comments + "/create", "{'message': '%s'}".formatted("x".repeat(1001)))
                .status())
        .isEqualTo(400);
    assertThat(approver.post(comments + "/create", "{'message': 'no'}").status()).isIn(400, 403);
    assertThat(approver.get(comments).status()).isEqualTo(404);
    registrations.decide(task, "REJECT");
    registrations.awaitStatus(reference, "FAILED");
    assertThat(entries(operator, reference))
        .filteredOn(entry -> entry.get("kind").asText().equals("COMMENT"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.get("text").asText()).isEqualTo(text);
              assertThat(entry.get("by").asText()).isEqualTo("operator");
            });
    assertThat(entries(billing, reference))
        .filteredOn(entry -> entry.get("kind").asText().equals("COMMENT"))
        .extracting(entry -> entry.get("by").asText())
        .containsExactly("our staff");
    assertThat(entries(operator, another))
        .extracting(entry -> entry.get("kind").asText())
        .doesNotContain("COMMENT");

    history.deleteHistoricProcessInstance(
        registrations.get(reference).get("processInstanceId").asText());

    assertThat(entries(operator, reference))
        .as("deleted with the history")
        .extracting(entry -> entry.get("kind").asText())
        .doesNotContain("COMMENT");
  }
}
