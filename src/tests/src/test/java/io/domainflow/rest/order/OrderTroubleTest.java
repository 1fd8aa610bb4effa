package io.domainflow.rest.order;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A caller who asks for an order sees that a step of it is being tried again, long before it stops;
 * a stopped step says in plain words what happened, whether money was spent and what to do.
 */
@DomainflowTest
class OrderTroubleTest {

  /** Longer than any step is automatically retried. */
  private static final String TOO_LONG = "P5D";

  private static final String TROUBLES = "/api/v1/order-troubles";

  private final Registrations registrations;
  private final Caller billing2;
  private final Caller operator;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final HistoryService history;
  private final RepositoryService repository;
  private final JdbcClient jdbc;

  @Autowired
  OrderTroubleTest(
      @LocalServerPort int port,
      RuntimeService runtime,
      ManagementService management,
      HistoryService history,
      RepositoryService repository,
      JdbcClient jdbc) {
    this.registrations = new Registrations(port);
    this.billing2 = new Caller(port, "billing2");
    this.operator = new Caller(port, "operator");
    this.runtime = runtime;
    this.management = management;
    this.history = history;
    this.repository = repository;
    this.jdbc = jdbc;
  }

  @AfterEach
  void repair() {
    mend();
    registrations.registrarIsWellAgain();
  }

  @Test
  void showsThatAStepIsRetriedUntilItSucceeds() {
    Instant before = Instant.parse(registrations.now());
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));

    String reference = registrations.place(domain);
    JsonNode order =
        registrations.await(reference, found -> found.at("/trouble/tries").asInt() > 0);

    JsonNode trouble = order.get("trouble");
    assertThat(trouble.get("state").asText()).isEqualTo("RETRYING");
    assertThat(trouble.get("step").asText()).isEqualTo("Check availability");
    assertThat(trouble.get("activity").asText()).isEqualTo("Task_CheckAvailability");
    assertThat(trouble.get("what").asText())
        .contains("599 Unforeseen result", "No money was spent. It is tried again automatically.");
    assertThat(Instant.parse(trouble.get("since").asText()))
        .isBetween(before, Instant.parse(registrations.now()));
    assertThat(Instant.parse(trouble.get("nextTryAt").asText())).isAfter(before);
    assertThat(order.get("process").asText()).isEqualTo("DomainRegistrationProcess");
    assertThat(texts(order.get("activities"))).containsExactly("Task_CheckAvailability");
    assertThat(found("trouble=RETRYING&domain=" + domain)).containsExactly(reference);
    assertThat(found("trouble=STOPPED&domain=" + domain)).isEmpty();
    assertThat(found("trouble=STOPPED,RETRYING&domain=" + domain)).containsExactly(reference);
    JsonNode all = operator.get(TROUBLES).body();
    assertThat(all.get("retrying").asInt()).isPositive();
    assertThat(all.get("retrying").asInt() + all.get("stopped").asInt())
        .isEqualTo(found("trouble=RETRYING,STOPPED&limit=250").size());
    assertThat(billing2.get(TROUBLES).body().get("retrying").asInt())
        .isEqualTo(billing2.get("/api/v1/orders?trouble=RETRYING").body().get("orders").size());
    assertThat(references(billing2.get("/api/v1/orders?trouble=RETRYING").body()))
        .doesNotContain(reference);

    registrations.advance(TOO_LONG);
    JsonNode stopped = registrations.awaitWaitingFor(reference, "TECHNICAL_PROBLEM");
    assertThat(stopped.at("/trouble/state").asText()).isEqualTo("STOPPED");
    assertThat(stopped.at("/trouble/nextTryAt").isNull()).isTrue();
    assertThat(stopped.at("/trouble/tries").asInt()).isGreaterThan(5);
    assertThat(stopped.at("/trouble/what")).isEqualTo(stopped.at("/waitingFor/what"));
    assertThat(found("trouble=STOPPED&domain=" + domain)).containsExactly(reference);
    assertThat(found("trouble=RETRYING&domain=" + domain)).isEmpty();
    registrations.cancel(reference);
    assertThat(registrations.get(reference).get("trouble").isNull()).isTrue();
    assertThat(registrations.get(reference).get("activities")).isEmpty();
  }

  @Test
  void isOverWhenTheStepHasSucceeded() {
    String domain = freshName("com");
    registrations.fault(
        "{'command': 'CheckDomains', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    String reference = registrations.place(domain);
    registrations.await(reference, order -> order.at("/trouble/state").isTextual());

    registrations.registrarIsWellAgain();

    JsonNode order = registrations.awaitStatus(reference, "COMPLETED");
    assertThat(order.get("trouble").isNull()).isTrue();
    assertThat(found("trouble=RETRYING&domain=" + domain)).isEmpty();
  }

  @Test
  void aTimerThatFailsSpeaksPlainlyAndTheOrderWaitsAsBeforeWhenItIsRetried() {
    JsonNode waiting = placePending(freshName("com"));
    String reference = waiting.get("reference").asText();
    String instance = waiting.get("processInstanceId").asText();
    breakRowsOf("act_ru_ext_task", instance);

    registrations.advance("PT2H");
    JsonNode retrying =
        registrations.await(reference, order -> order.at("/trouble/state").isTextual());
    assertThat(retrying.at("/trouble/state").asText()).isEqualTo("RETRYING");
    assertThat(retrying.at("/trouble/step").asText()).isEqualTo("Time to check");
    assertThat(retrying.at("/trouble/what").asText())
        .contains("«Time to check» failed", "It is tried again automatically.")
        .doesNotContain("xception", "constraint", "act_ru");
    assertThat(retrying.get("waitingFor")).isEqualTo(waiting.get("waitingFor"));

    registrations.advance("P2DT8H");
    JsonNode stopped = registrations.awaitWaitingFor(reference, "TECHNICAL_PROBLEM");
    assertThat(stopped.at("/waitingFor/what").asText())
        .contains(
            "«Time to check» failed for a reason of our own.",
            "nothing was sent to the registrar",
            "The order has been paid for.",
            "Retry this step in Cockpit once the reason is gone.")
        .doesNotContain("xception", "constraint", "act_ru");
    assertThat(stopped.at("/trouble/what")).isEqualTo(stopped.at("/waitingFor/what"));
    assertThat(incidents(instance)).containsExactly(stopped.at("/waitingFor/what").asText());

    mend();
    Job job =
        management.createJobQuery().processInstanceId(instance).noRetriesLeft().singleResult();
    management.setJobRetries(job.getId(), 1);
    JsonNode asBefore = registrations.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    assertThat(asBefore.at("/waitingFor/what")).isEqualTo(waiting.at("/waitingFor/what"));
    assertThat(incidents(instance)).isEmpty();
    registrations.await(reference, order -> order.get("trouble").isNull());
    assertThat(
            operator
                .get("/api/v1/orders/" + reference + "/timeline")
                .body()
                .get("entries")
                .findValuesAsText("text"))
        .containsSubsequence(
            "Waits for an operator: " + stopped.at("/waitingFor/what").asText(),
            "Continues.",
            "Waits for the registrar: " + waiting.at("/waitingFor/what").asText() + ".");
    registrations.advance("P1D");
    registrations.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void anOrderThatHasStoppedTwiceIsStuckUntilBothAreSolved() {
    String domain = freshName("com");
    JsonNode waiting = placePending(domain);
    String reference = waiting.get("reference").asText();
    String instance = waiting.get("processInstanceId").asText();
    Job reminder = job(instance, "StartEvent_DeadlinePassed");
    management.setJobRetries(reminder.getId(), 0);
    String first =
        registrations
            .awaitWaitingFor(reference, "TECHNICAL_PROBLEM")
            .at("/waitingFor/what")
            .asText();
    registrations.fault(
        "{'command': 'StatusDomain', 'fault': 'CODE_599', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    registrations.advance(TOO_LONG);
    String second =
        registrations
            .await(reference, order -> order.at("/trouble/state").asText().equals("STOPPED"))
            .at("/trouble/what")
            .asText();
    assertThat(incidents(instance)).containsExactlyInAnyOrder(first, second);

    management.setJobRetries(reminder.getId(), 1);

    JsonNode stuck = registrations.get(reference);
    assertThat(stuck.at("/waitingFor/code").asText()).isEqualTo("TECHNICAL_PROBLEM");
    assertThat(stuck.at("/waitingFor/what").asText()).isEqualTo(second);
    registrations.cancel(reference);
  }

  @Test
  void anOrderWithTwoFailedTimersWaitsAsBeforeAfterBothAreRetried() {
    JsonNode waiting = placePending(freshName("com"));
    String reference = waiting.get("reference").asText();
    String instance = waiting.get("processInstanceId").asText();
    Job look = job(instance, "BoundaryEvent_TimeToLook");
    Job reminder = job(instance, "StartEvent_DeadlinePassed");
    management.setJobRetries(look.getId(), 0);
    management.setJobRetries(reminder.getId(), 0);
    assertThat(incidents(instance)).hasSize(2);

    management.setJobRetries(reminder.getId(), 1);
    JsonNode stuck = registrations.get(reference);
    assertThat(stuck.at("/waitingFor/code").asText()).isEqualTo("TECHNICAL_PROBLEM");
    assertThat(incidents(instance)).containsExactly(stuck.at("/waitingFor/what").asText());

    management.setJobRetries(look.getId(), 1);
    assertThat(registrations.get(reference).get("waitingFor")).isEqualTo(waiting.get("waitingFor"));
    registrations.cancel(reference);
  }

  @Test
  void aDecisionTableThatDoesNotKnowTheCaseIsTroubleUntilItDoes() throws IOException {
    String table =
        Files.readString(Path.of("processes", "ChangeOfRegistrantPolicy.dmn"))
            .replaceAll("(?s)<rule .*?</rule>", "");
    String deployment =
        repository
            .createDeployment()
            .addString("ChangeOfRegistrantPolicy.dmn", table)
            .deploy()
            .getId();
    String domain = freshName("com");
    registrations.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    String reference;
    try {
      reference = registrations.placeChange(domain, "");
      JsonNode order =
          registrations.await(reference, found -> found.at("/trouble/state").isTextual());

      assertThat(order.at("/trouble/state").asText()).isEqualTo("RETRYING");
      assertThat(order.at("/trouble/what").asText())
          .contains("failed for a reason of our own", "No money was spent.")
          .doesNotContain("xception");
    } finally {
      repository.deleteDeployment(deployment, true);
    }

    registrations.registrarIsWellAgain();
    JsonNode order = registrations.awaitStatus(reference, "WAITING");
    assertThat(order.get("trouble").isNull()).isTrue();
    registrations.cancel(reference);
  }

  @Test
  void aCalledProcessThatStopsIsTroubleOfItsCaller() {
    String domain = freshName("com");
    registrations.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'expires': '-P50D', 'next': [{'command':"
                + " 'RestoreDomain', 'after': 'P12D', 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    registrations.happen(domain, "DELETED_ELSEWHERE");
    String expiry =
        Instant.parse(registrations.now()).minus(Duration.ofDays(50)).toString().substring(0, 10);
    String reference =
        registrations.placeRenewal(
            domain, "1Y", expiry, ", 'acceptPrice': {'amount': '500.00', 'currency': 'EUR'}");
    JsonNode waiting = registrations.awaitWaitingFor(reference, "RESTORE_AT_REGISTRY");
    assertThat(texts(waiting.get("activities"))).containsExactly("CallActivity_Restoration");
    assertThat(waiting.get("process").asText()).isEqualTo("DomainRenewalProcess");
    breakRowsOf(
        "act_ru_task",
        runtime
            .createProcessInstanceQuery()
            .superProcessInstanceId(waiting.get("processInstanceId").asText())
            .singleResult()
            .getId());

    registrations.advance("P5DT1H");
    registrations.advance("P1DT8H");

    JsonNode stopped =
        registrations.await(
            reference, order -> order.at("/trouble/state").asText().equals("STOPPED"));
    assertThat(stopped.at("/trouble/step").asText()).isEqualTo("Time to remind");
    assertThat(texts(stopped.get("activities"))).containsExactly("CallActivity_Restoration");
    String calling = stopped.get("processInstanceId").asText();
    assertThat(incidents(calling))
        .containsExactly(
            "A process that this one has called has stopped. "
                + stopped.at("/trouble/what").asText());
    assertThat(
            history
                .createHistoricIncidentQuery()
                .processInstanceId(calling)
                .singleResult()
                .getIncidentMessage())
        .contains("has called has stopped");
  }

  /** Places a registration on which the registry decides in three days. */
  private JsonNode placePending(String domain) {
    registrations.registry(
        ("{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P3D',"
                + " 'outcome': 'SUCCESSFUL'}]}")
            .formatted(domain));
    return registrations.awaitWaitingFor(registrations.place(domain), "REGISTRATION_PENDING");
  }

  private Job job(String instance, String activity) {
    return management
        .createJobQuery()
        .processInstanceId(instance)
        .activityId(activity)
        .singleResult();
  }

  /** Makes a table reject rows of this process. */
  private void breakRowsOf(String table, String instance) {
    jdbc.sql(
            "alter table %s add constraint broken check (proc_inst_id_ <> '%s')"
                .formatted(table, instance))
        .update();
  }

  private void mend() {
    jdbc.sql("alter table act_ru_task drop constraint if exists broken").update();
    jdbc.sql("alter table act_ru_ext_task drop constraint if exists broken").update();
  }

  private List<String> incidents(String instance) {
    return runtime.createIncidentQuery().processInstanceId(instance).list().stream()
        .map(Incident::getIncidentMessage)
        .toList();
  }

  private List<String> found(String query) {
    return references(operator.get("/api/v1/orders?" + query).body());
  }

  private static List<String> references(JsonNode page) {
    return page.get("orders").findValuesAsText("reference");
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
