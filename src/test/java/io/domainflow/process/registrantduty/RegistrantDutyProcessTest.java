package io.domainflow.process.registrantduty;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of RegistrantDutyProcess.bpmn: what is left to do for a name that is registered. */
@DomainflowTest
class RegistrantDutyProcessTest {

  private static final String CA = ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT' %s}";
  private static final String ECO =
      ", 'additionalFields': {'X-ECO-ACCEPT-HIGHLY-REGULATED-TAC': '1'}";

  private final TaskService tasks;
  private final HistoryService history;
  private final Registrations told;

  @Autowired
  RegistrantDutyProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.tasks = engine.getTaskService();
    this.history = engine.getHistoryService();
    this.told = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    told.profile("A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void completesTheOrderAtOnceAndRemindsTheRegistrant(String profile) {
    told.profile(profile);
    String domain = freshName("ca");
    String reference = told.place(domain, CA.formatted(""));

    JsonNode order = told.awaitStatus(reference, "COMPLETED");

    assertThat(order.at("/outcome/remark").asText())
        .contains("accept the agreement", "until", "deletes the name again");
    Task task = awaitTask(reference, "Task_RemindRegistrant");
    assertThat(task.getDueDate()).isNotNull();
    assertThat(told.form(task.getId()).at("/duty/value").asText()).contains("accept the agreement");

    told.decide(task.getId(), "DONE");

    awaitEnd(reference, "EndEvent_DutyDone");
    assertThat(told.awaitStatus(reference, "COMPLETED").get("charged").asText()).isEqualTo("YES");
    assertThat(told.ledger(domain)).hasSize(1);
  }

  @Test
  void takesANameThatIsThereAfterTheDeadlineForAgreedTo() {
    String reference = told.place(freshName("ca"), CA.formatted(""));
    told.awaitStatus(reference, "COMPLETED");
    awaitTask(reference, "Task_RemindRegistrant");

    told.advance("P8DT1H");

    awaitEnd(reference, "EndEvent_DutyDone");
    assertThat(open(reference)).isEmpty();
  }

  @Test
  void tellsAnOperatorOfANameThatTheRegistryHasDeleted() {
    String domain = freshName("ca");
    String reference = told.place(domain, CA.formatted(""));
    told.awaitStatus(reference, "COMPLETED");
    awaitTask(reference, "Task_RemindRegistrant");
    told.happen(domain, "DELETED_BY_REGISTRY");

    told.advance("P8DT1H");

    Task lost = awaitTask(reference, "Task_SettleLostName");
    assertThat(told.get(reference).get("status").asText()).isEqualTo("COMPLETED");
    told.decide(lost.getId(), "SETTLED");
    awaitEnd(reference, "EndEvent_NameLost");
    assertThat(told.ledger(domain)).hasSize(1);
  }

  @Test
  void hasNothingToDoWhereTheOrderNamesTheAgreement() {
    String reference =
        told.place(freshName("ca"), CA.formatted(", 'X-CA-ACCEPT-AGREEMENT-VERSION': '2.0'"));

    JsonNode order = told.awaitStatus(reference, "COMPLETED");

    assertThat(order.at("/outcome/remark").isNull()).isTrue();
    awaitEnd(reference, "EndEvent_DomainRegistered");
    assertThat(open(reference)).isEmpty();
  }

  @Test
  void asksAgainWhileTheRegistryKeepsTheNameOnHold() {
    String domain = freshName("eco");
    String reference = told.place(domain, ECO);
    JsonNode order = told.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/remark").asText()).contains("profile", "does not resolve");
    Task first = awaitTask(reference, "Task_RemindRegistrant");
    told.happen(domain, "HELD_BY_REGISTRY");

    told.decide(first.getId(), "DONE");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> open(reference).stream().anyMatch(task -> !task.getId().equals(first.getId())));
    told.happen(domain, "RELEASED_BY_REGISTRY");
    told.decide(awaitTask(reference, "Task_RemindRegistrant").getId(), "DONE");
    awaitEnd(reference, "EndEvent_DutyDone");
  }

  private Task awaitTask(String reference, String key) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> open(reference).stream().anyMatch(t -> t.getTaskDefinitionKey().equals(key)));
    return open(reference).get(0);
  }

  private List<Task> open(String reference) {
    return tasks.createTaskQuery().processInstanceBusinessKey(reference).list();
  }

  private void awaitEnd(String reference, String end) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(reference)
                    .list()
                    .stream()
                    .anyMatch(
                        instance ->
                            history
                                    .createHistoricActivityInstanceQuery()
                                    .processInstanceId(instance.getId())
                                    .activityId(end)
                                    .count()
                                > 0));
  }
}
