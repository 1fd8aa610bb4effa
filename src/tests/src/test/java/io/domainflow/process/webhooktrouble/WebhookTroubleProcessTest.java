package io.domainflow.process.webhooktrouble;

import static io.domainflow.WebhookReceiver.status;
import static io.domainflow.callback.Webhooks.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.WebhookReceiver;
import io.domainflow.callback.Webhooks;
import io.domainflow.model.Announcements;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A webhook that nobody answers becomes one task, until it is well again. */
@DomainflowTest
class WebhookTroubleProcessTest {

  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Webhooks webhooks;
  private final Registrations registrations;
  private final Caller admin;
  private final TaskService tasks;
  private final HistoryService history;

  @Autowired
  WebhookTroubleProcessTest(
      @LocalServerPort int port,
      Announcements announcements,
      TransactionTemplate transaction,
      TaskService tasks,
      HistoryService history) {
    this.webhooks = new Webhooks(port, announcements, transaction);
    this.registrations = new Registrations(port);
    this.admin = new Caller(port, "admin");
    this.tasks = tasks;
    this.history = history;
  }

  @AfterEach
  void removeEverything() {
    webhooks.removeAll();
    receiver.close();
    assertThat(tasks.createTaskQuery().processDefinitionKey(WebhookTroubleProcess.KEY).count())
        .as("removing a webhook closes its task")
        .isZero();
  }

  @Test
  void asksOnceWhenEventsAreGivenUpAndSendsThemAgain() {
    receiver.answer(status(500));
    // Orders of other tests may end while the clock moves, but none is placed.
    JsonNode webhook =
        webhooks.add(receiver.url(), ", 'description': 'the shop', 'types': ['order.created']");
    webhooks.announce("order.created", "one.example");
    webhooks.announce("order.created", "two.example");
    webhooks.advance("P2D");
    assertThat(open(webhook)).as("it is still being tried").isEmpty();

    webhooks.advance("P2D");

    assertThat(open(webhook)).hasSize(1);
    Task task = open(webhook).get(0);
    assertThat(task.getName()).isEqualTo("Look after webhook: localhost of " + Webhooks.OWNER);
    assertThat(task.getDueDate()).isNotNull();
    JsonNode form = registrations.form(task.getId());
    assertThat(form.at("/owner/value").asText()).isEqualTo(Webhooks.OWNER);
    assertThat(form.at("/host/value").asText()).isEqualTo("localhost");
    assertThat(form.at("/description/value").asText()).isEqualTo("the shop");
    assertThat(form.at("/lastError/value").asText()).isEqualTo("it answered 500");
    assertThat(form.at("/exhausted/value").asText()).isEqualTo("2");
    assertThat(form.at("/waiting/value").asText()).isEqualTo("0");
    assertThat(form.at("/stateText/value").asText()).isEqualTo("in use");

    receiver.answer(status(200));
    registrations.decide(task.getId(), "REPLAY");

    await()
        .until(
            () ->
                webhooks.deliveries(webhook).findValuesAsText("state").stream()
                    .allMatch("DELIVERED"::equals));
    assertThat(open(webhook)).isEmpty();
  }

  @Test
  void closesAutomaticallyWhenAnEventArrivesAgain() {
    receiver.answer(status(410));
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.created", "one.example");
    webhooks.awaitTries(webhook, 1);
    Task task = open(webhook).get(0);
    assertThat(registrations.form(task.getId()).at("/stateText/value").asText())
        .startsWith("disabled. The receiver answered 410");

    receiver.answer(status(200));
    webhooks.owner().patch(path(webhook), "{'state': 'ACTIVE'}");

    webhooks.awaitOnly(webhook, "DELIVERED");
    assertThat(open(webhook)).isEmpty();
    assertThat(ends(webhook)).containsExactly("EndEvent_WebhookWellAgain");
  }

  @Test
  void reactivatesAWebhookThatItsReceiverHadEnded() {
    receiver.answer(status(410));
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.created", "one.example");
    webhooks.awaitTries(webhook, 1);
    receiver.answer(status(200));
    String task = open(webhook).get(0).getId();
    assertThat(registrations.form(task).at("/webhookDisabled/value").asBoolean()).isTrue();
    Answer disabled = registrations.decide(task, "DISABLE");
    assertThat(disabled.status()).isEqualTo(400);
    assertThat(disabled.body().get("message").asText()).contains("is disabled already");

    registrations.decide(task, "REPLAY");

    webhooks.awaitOnly(webhook, "DELIVERED");
    assertThat(webhooks.get(webhook).get("state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void replaysNothingToAWebhookThatItsOwnerHasPaused() {
    receiver.answer(status(410));
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.created", "one.example");
    webhooks.awaitTries(webhook, 1);
    webhooks.owner().patch(path(webhook), "{'state': 'PAUSED'}");
    String task = open(webhook).get(0).getId();
    assertThat(registrations.form(task).at("/webhookPaused/value").asBoolean()).isTrue();

    Answer refused = registrations.decide(task, "REPLAY");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("message").asText()).contains("Its owner has paused the webhook");
    assertThat(webhooks.get(webhook).get("state").asText()).isEqualTo("PAUSED");
  }

  @Test
  void anOperatorDisablesItOrLeavesIt() {
    receiver.answer(status(500));
    JsonNode disabled = webhooks.add(receiver.url(), ", 'types': ['order.created']");
    JsonNode left = webhooks.add(receiver.url(), ", 'types': ['order.created']");
    webhooks.announce("order.created", "one.example");
    webhooks.advance("P4D");

    registrations.decide(open(disabled).get(0).getId(), "DISABLE");
    registrations.decide(open(left).get(0).getId(), "LEAVE");

    assertThat(webhooks.get(disabled).get("state").asText()).isEqualTo("DISABLED");
    assertThat(webhooks.get(disabled).get("reason").asText()).contains("operator");
    assertThat(ends(disabled)).containsExactly("EndEvent_WebhookDisabled");
    assertThat(webhooks.get(left).get("state").asText()).isEqualTo("ACTIVE");
    assertThat(webhooks.awaitOnly(left, "EXHAUSTED").get("tries")).hasSize(10);
    assertThat(ends(left)).containsExactly("EndEvent_WebhookLeft");
    assertThat(open(left)).isEmpty();
  }

  @Test
  void anAccountOfTheSameNameInheritsNoTask() {
    admin.post(
        "/api/v1/accounts",
        "{'name': 'webhook', 'system': 'SANDBOX', 'login': 'test.user',"
            + " 'password': 'test.passw0rd'}");
    receiver.answer(status(410));
    JsonNode webhook = webhooks.add(receiver.url());
    webhooks.announce("order.created", "one.example");
    webhooks.awaitTries(webhook, 1);

    assertThat(admin.delete("/api/v1/accounts/webhook").status()).isEqualTo(204);

    assertThat(open(webhook)).hasSize(1);
  }

  private List<Task> open(JsonNode webhook) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key(webhook))
        .taskDefinitionKey(WebhookTroubleProcess.TASK_LOOK_AFTER_WEBHOOK)
        .list();
  }

  private List<String> ends(JsonNode webhook) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(key(webhook))
        .list()
        .stream()
        .flatMap(
            instance ->
                history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .activityType("noneEndEvent")
                    .list()
                    .stream())
        .map(end -> end.getActivityId())
        .toList();
  }

  private static String key(JsonNode webhook) {
    return WebhookTroubleProcess.businessKey(UUID.fromString(webhook.get("id").asText()));
  }
}
