package io.domainflow.process;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * However a process reaches a step that spends money or deletes a name, nothing is sent without an
 * agreement, and somebody is asked.
 */
@DomainflowTest
class UnagreedStepsTest {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;
  private final Registrations stories;

  @Autowired
  UnagreedStepsTest(
      RuntimeService runtime,
      TaskService tasks,
      HistoryService history,
      @LocalServerPort int port) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.history = history;
    this.stories = new Registrations(port);
  }

  @Test
  void deletesNothingThatNobodyHasConfirmed() {
    String domain = name("'owner': 'OURS'");
    String reference = stories.placePlain("DELETE", domain, "");

    jump(reference, "DELETION_CONFIRMATION", "Task_DeleteDomain");

    assertThatSomebodyIsAsked(reference, "DELETION_CONFIRMATION", domain);
  }

  @Test
  void doesNotRenewAtAPriceThatNobodyAccepted() {
    String domain =
        name("'owner': 'OURS', 'expires': 'P100D', 'class': 'PREMIUM_MOVED', 'price': '90.00'");
    LocalDate expires =
        Instant.parse(stories.now())
            .plus(100, ChronoUnit.DAYS)
            .atOffset(ZoneOffset.UTC)
            .toLocalDate();
    String reference = stories.placeRenewal(domain, "1Y", expires.toString(), "");

    jump(reference, "PRICE", "Task_RenewDomain");

    assertThatSomebodyIsAsked(reference, "PRICE", domain);
  }

  @Test
  void doesNotTransferAtAPriceThatNobodyAccepted() {
    String domain =
        name(
            "'owner': 'OTHER_REGISTRAR', 'zone': {'transferConfirmation': 'NONE'},"
                + " 'class': 'PREMIUM_MOVED', 'price': '90.00'");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");

    jump(reference, "PRICE", "Task_RequestTransfer");

    assertThatSomebodyIsAsked(reference, "PRICE", domain);
  }

  @Test
  void doesNotBuyAtAPriceThatNobodyAccepted() {
    String domain = name("'owner': 'FREE', 'class': 'PREMIUM_MOVED', 'price': '90.00'");
    String reference = stories.place(domain);

    jump(reference, "PRICE", "Task_PrepareContacts");

    assertThatSomebodyIsAsked(reference, "PRICE", domain);
  }

  /** Moves the process forward as if its task had been answered. */
  private void jump(String reference, String code, String step) {
    JsonNode order = stories.awaitWaitingFor(reference, code);
    Task task =
        tasks.createTaskQuery().taskId(order.at("/waitingFor/taskId").asText()).singleResult();
    String process = task.getProcessInstanceId();
    runtime
        .createProcessInstanceModification(process)
        .cancelAllForActivity(task.getTaskDefinitionKey())
        .startBeforeActivity(step)
        .execute();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        history
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(process)
                            .activityId(step)
                            .finished()
                            .count())
                    .isEqualTo(1));
  }

  private void assertThatSomebodyIsAsked(String reference, String code, String domain) {
    JsonNode order =
        stories.await(
            reference,
            now ->
                now.at("/waitingFor/code").asText().equals(code)
                    && isOpen(now.at("/waitingFor/taskId").asText()));
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.ledger(domain)).isEmpty();
    stories.cancel(reference);
  }

  private boolean isOpen(String task) {
    return tasks.createTaskQuery().taskId(task).count() == 1;
  }

  private String name(String members) {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', %s}".formatted(domain, members));
    return domain;
  }
}
