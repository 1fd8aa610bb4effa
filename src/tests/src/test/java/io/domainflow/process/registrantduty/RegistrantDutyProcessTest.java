package io.domainflow.process.registrantduty;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.process.text.PlainTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/**
 * The stories of RegistrantDutyProcess.bpmn: the registrant's remaining duties for a registered
 * name.
 */
@DomainflowTest
class RegistrantDutyProcessTest {

  private static final String CA = ", 'additionalFields': {'X-CA-LEGALTYPE': 'CCT' %s}";
  private static final String ECO =
      ", 'additionalFields': {'X-ECO-ACCEPT-HIGHLY-REGULATED-TAC': '1'}";

  private final TaskService tasks;
  private final HistoryService history;
  private final Registrations told;
  private final Caller registrar;

  @Autowired
  RegistrantDutyProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.tasks = engine.getTaskService();
    this.history = engine.getHistoryService();
    this.told = new Registrations(port);
    this.registrar = Caller.stranger(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    told.profile("A");
  }

  @BothReadings
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

    assertThat(open(reference)).isEmpty();
    assertThat(looks(domain)).isEqualTo(1);
    told.advance("P8DT1H");
    awaitEnd(reference, "EndEvent_DutyDone");
    assertThat(told.awaitStatus(reference, "COMPLETED").get("charged").asText()).isEqualTo("YES");
    assertThat(told.ledger(domain)).hasSize(1);
    assertThat(looks(domain)).isEqualTo(2);
    assertThat(remark(reference))
        .startsWith("The registrant had to accept the agreement")
        .endsWith(
            "UTC. The name is still here and not on hold at the registry, so nothing is left to do.");
  }

  @Test
  void looksAfterTheDeadlineEvenIfAnOperatorReportedItDone() {
    String domain = freshName("ca");
    String reference = told.place(domain, CA.formatted(""));
    told.awaitStatus(reference, "COMPLETED");
    told.decide(awaitTask(reference, "Task_RemindRegistrant").getId(), "DONE");
    told.happen(domain, "DELETED_BY_REGISTRY");

    told.advance("P8DT1H");

    awaitTask(reference, "Task_SettleLostName");
  }

  /** Registries act within a day of the deadline: a check at the deadline sees nothing. */
  @Test
  void looksADayAfterTheDeadline() {
    String domain = freshName("ca");
    String reference = told.place(domain, CA.formatted(""));
    told.awaitStatus(reference, "COMPLETED");
    awaitTask(reference, "Task_RemindRegistrant");
    told.advance("P7DT1H");
    told.happen(domain, "DELETED_BY_REGISTRY");

    told.advance("P1D");

    awaitTask(reference, "Task_SettleLostName");
  }

  @Test
  void countsFromTheRegistrationHoweverLongADifferenceIsOpen() {
    String domain = freshName("ca");
    told.registry(
        "{'domain': '%s', 'owner': 'FREE', 'next': [{'command': 'AddDomain', 'after': 'P1D', 'outcome': 'SUCCESSFUL'}]}"
            .formatted(domain));
    String reference = told.place(domain, CA.formatted(""));
    told.awaitWaitingFor(reference, "REGISTRATION_PENDING");
    told.registry(
        "{'domain': '%s', 'owner': 'OURS', 'transferLock': false, 'age': 'P0D'}".formatted(domain));
    Instant registered = Instant.parse(told.now());
    told.advance("PT2H");
    told.awaitWaitingFor(reference, "REGISTERED_DIFFERENTLY");
    told.advance("P5D");
    String difference =
        told.awaitWaitingFor(reference, "REGISTERED_DIFFERENTLY").at("/waitingFor/taskId").asText();

    told.decide(difference, "ACCEPT");

    JsonNode order = told.awaitStatus(reference, "COMPLETED");
    Instant due = awaitTask(reference, "Task_RemindRegistrant").getDueDate().toInstant();
    assertThat(due).isCloseTo(registered.plus(Duration.ofDays(7)), within(1, ChronoUnit.HOURS));
    assertThat(order.at("/outcome/remark").asText()).contains("until " + PlainTime.of(due));
    told.advance("P3D");
    awaitEnd(reference, "EndEvent_DutyDone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "TRANSFERRED_AWAY"})
  void asksNobodyAboutANameThatItsHolderTransferredAway(String how) {
    String domain = freshName("ca");
    String reference = told.place(domain, CA.formatted(""));
    told.awaitStatus(reference, "COMPLETED");
    awaitTask(reference, "Task_RemindRegistrant");
    if (how.equals("DELETE")) {
      told.placePlain("DELETE", domain, ", 'confirmDomain': '%s'".formatted(domain));
    } else {
      told.happen(domain, how);
    }

    told.advance("P8DT1H");

    awaitEnd(reference, "EndEvent_NameLeft");
    assertThat(open(reference)).isEmpty();
    assertThat(remark(reference))
        .startsWith("The registrant had to accept the agreement")
        .contains(
            how.equals("DELETE")
                ? "An order has deleted the name since"
                : "The name has left since: it was transferred to another registrar")
        .endsWith("othing is left to do.");
  }

  @Test
  void treatsANameThatExistsAfterTheDeadlineAsConfirmed() {
    String reference = told.place(freshName("ca"), CA.formatted(""));
    told.awaitStatus(reference, "COMPLETED");
    awaitTask(reference, "Task_RemindRegistrant");

    told.advance("P8DT1H");

    awaitEnd(reference, "EndEvent_DutyDone");
    assertThat(open(reference)).isEmpty();
    assertThat(remark(reference)).contains("had to accept", "nothing is left to do");
  }

  @BothReadings
  void tellsAnOperatorOfANameThatTheRegistryHasDeleted(String profile) {
    told.profile(profile);
    String domain = freshName("ca");
    String reference = told.place(domain, CA.formatted(""));
    told.awaitStatus(reference, "COMPLETED");
    awaitTask(reference, "Task_RemindRegistrant");
    told.happen(domain, "DELETED_BY_REGISTRY");

    told.advance("P8DT1H");

    Task lost = awaitTask(reference, "Task_SettleLostName");
    assertThat(told.get(reference).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(remark(reference))
        .startsWith("The registrant had to accept the agreement")
        .contains("UTC. The name is gone: ")
        .doesNotContain("still", "nothing is left");
    told.decide(lost.getId(), "SETTLED");
    awaitEnd(reference, "EndEvent_NameLost");
    assertThat(told.ledger(domain)).hasSize(1);
  }

  /** The registrar still shows it for a while. */
  @Test
  void tellsAnOperatorOfANameThatIsBeingDeleted() {
    String domain = freshName("ca");
    String reference = told.place(domain, CA.formatted(""));
    told.awaitStatus(reference, "COMPLETED");
    awaitTask(reference, "Task_RemindRegistrant");
    told.advance("P7DT23H30M");
    isBeingDeleted(domain);

    told.advance("PT55M");

    Task lost = awaitTask(reference, "Task_SettleLostName");
    assertThat(remark(reference)).endsWith("UTC. The name is gone: it is being deleted.");
    told.decide(lost.getId(), "SETTLED");
    awaitEnd(reference, "EndEvent_NameLost");
  }

  /** Deletes a name at the registrar without an order, which takes an hour. */
  private void isBeingDeleted(String domain) {
    String command = "COMMAND=DeleteDomain\nDOMAIN=" + domain;
    String call =
        "s_entity=1234&s_login=test.user&s_pw=test.passw0rd&s_command="
            + URLEncoder.encode(command, StandardCharsets.UTF_8);
    Answer answer =
        registrar.postAs(
            "/sandbox/api/call.cgi",
            "application/x-www-form-urlencoded",
            call.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.response().body()).containsIgnoringCase("code=200");
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
        .until(
            () -> open(reference).stream().anyMatch(task -> !task.getId().equals(first.getId())));
    Instant due = open(reference).get(0).getDueDate().toInstant();
    assertThat(remark(reference)).contains("still has to", "until " + PlainTime.of(due));
    told.happen(domain, "RELEASED_BY_REGISTRY");
    told.decide(awaitTask(reference, "Task_RemindRegistrant").getId(), "DONE");
    awaitEnd(reference, "EndEvent_DutyDone");
    assertThat(remark(reference)).contains("had to", "not on hold").doesNotContain("still has to");
  }

  private String remark(String reference) {
    return told.get(reference).at("/outcome/remark").asText();
  }

  private Task awaitTask(String reference, String key) {
    Awaitility.await()
        .until(() -> open(reference).stream().anyMatch(t -> t.getTaskDefinitionKey().equals(key)));
    return open(reference).get(0);
  }

  /** How often the name was checked. */
  private long looks(String domain) {
    return told.requests("domain=" + domain).stream()
        .filter(request -> request.get("command").asText().equals("StatusDomain"))
        .count();
  }

  private List<Task> open(String reference) {
    return tasks.createTaskQuery().processInstanceBusinessKey(reference).list();
  }

  private void awaitEnd(String reference, String end) {
    Awaitility.await()
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
