package io.domainflow.process.task;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.text.PlainTime;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The deadlines and priorities of people's tasks. */
@DomainflowTest
class TaskPolicyTest {

  private static final File TABLE = Path.of("processes", "TaskPolicy.dmn").toFile();

  private final TaskService tasks;
  private final ProcessEngineConfigurationImpl configuration;
  private final List<TaskDeadline> deadlines;
  private final Orders orders;
  private final Registrations stories;

  @Autowired
  TaskPolicyTest(
      ProcessEngine engine,
      List<TaskDeadline> deadlines,
      Orders orders,
      @LocalServerPort int port) {
    this.tasks = engine.getTaskService();
    this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.deadlines = deadlines;
    this.orders = orders;
    this.stories = new Registrations(port);
  }

  @Test
  void knowsEveryTaskOfEveryModelAndNoOther() {
    DmnModelInstance model = Dmn.readModelFromFile(TABLE);
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    DmnDecision table = engine.parseDecision("TaskPolicy", model);
    Set<String> known = new HashSet<>();
    userTasks()
        .forEach(
            (place, facts) -> {
              DmnDecisionTableResult result = engine.evaluateDecisionTable(table, facts);
              assertThat(result).as(place).hasSize(1);
              Map<String, Object> row = result.getSingleResult().getEntryMap();
              assertDuration(row.get("dueIn"));
              assertDuration(row.get("followUpIn"));
              known.add(facts.get("task").toString());
            });

    assertThat(model.getModelElementsByType(Rule.class))
        .allSatisfy(
            rule -> {
              assertThat(rule.getDescription().getTextContent()).isNotBlank();
              assertThat(rule.getInputEntries())
                  .last()
                  .extracting(entry -> entry.getTextContent().strip().replace("\"", ""))
                  .satisfies(task -> assertThat(known).contains(task.toString()));
            });
  }

  private static void assertDuration(Object cell) {
    if (!cell.toString().isEmpty()) {
      assertThat(Duration.parse(cell.toString())).isPositive();
    }
  }

  /** The inputs of the table, by model and task. */
  private static Map<String, Map<String, Object>> userTasks() {
    Map<String, Map<String, Object>> found = new TreeMap<>();
    File[] models =
        Path.of("processes").toFile().listFiles(file -> file.getName().endsWith(".bpmn"));
    Arrays.stream(models)
        .forEach(
            file ->
                Bpmn.readModelFromFile(file)
                    .getModelElementsByType(UserTask.class)
                    .forEach(
                        task -> {
                          String process = file.getName().replace(".bpmn", "");
                          found.put(
                              process + " " + task.getId(),
                              Map.of("process", process, "task", task.getId()));
                        }));
    return found;
  }

  @Test
  void becomesMoreUrgentAsTheClockMoves() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(domain));
    String task = taskOf(stories.awaitWaitingFor(stories.place(domain), "PRICE"));
    assertThat(due(task)).isCloseTo(in("P3D"), within(1, ChronoUnit.MINUTES));
    assertThat(task(task).getFollowUpDate()).isNotNull();
    assertThat(task(task).getPriority()).isEqualTo(50);

    stories.advance("P2DT1H");
    assertThat(task(task).getPriority()).isEqualTo(70);

    stories.advance("PT20H");
    assertThat(task(task).getPriority()).isEqualTo(90);
  }

  @Test
  void leavesAHigherPriorityThatSomebodyHasSet() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'FREE', 'class': 'PREMIUM_DATING', 'price': '900.00'}"
            .formatted(domain));
    String task = taskOf(stories.awaitWaitingFor(stories.place(domain), "PRICE"));
    tasks.setPriority(task, 80);

    stories.advance("P2DT1H");

    assertThat(task(task).getPriority()).isEqualTo(80);
  }

  @Test
  void isNeverDueLaterThanTheNameEnds() {
    String domain = freshName("com");
    stories.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'age': 'P900D', 'expires': 'PT5H',"
                + " 'class': 'PREMIUM_RENEW', 'price': '900.00'}")
            .formatted(domain));
    Instant ends = in("PT5H");
    String reference =
        stories.placeRenewal(
            domain, "1Y", LocalDate.ofInstant(ends, ZoneOffset.UTC).toString(), "");

    JsonNode order = stories.awaitWaitingFor(reference, "PRICE");

    String task = taskOf(order);
    assertThat(due(task)).isCloseTo(ends, within(1, ChronoUnit.MINUTES));
    assertThat(Instant.parse(order.at("/waitingFor/until").asText()))
        .as("the order says the same")
        .isCloseTo(due(task), within(1, ChronoUnit.SECONDS));
    assertThat(task(task).getPriority()).isEqualTo(70);
  }

  @Test
  void afterTheNameHasEndedItsLastDayToBeRenewedEndsTheTimeToApproveThePrice() {
    String domain = freshName("com");
    stories.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'age': 'P900D', 'expires': '-PT5H',"
                + " 'class': 'PREMIUM_RENEW', 'price': '900.00'}")
            .formatted(domain));
    String ended = LocalDate.ofInstant(in("-PT5H"), ZoneOffset.UTC).toString();

    String task =
        taskOf(stories.awaitWaitingFor(stories.placeRenewal(domain, "1Y", ended, ""), "PRICE"));

    assertThat(latest(task)).isAfter(in("PT0S"));
    assertThat(due(task)).isAfter(in("PT0S")).isBeforeOrEqualTo(latest(task));
  }

  @Test
  void aTrademarkNoticeEndsTheTimeToDecideOnIt() {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'FREE', 'claims': true}".formatted(domain));

    String reference = stories.place(domain);

    String task = taskOf(stories.awaitWaitingFor(reference, "CLAIMS_NOTICE"));

    Instant valid = Instant.parse(stories.claimsNotice(reference).get("expiresAt").asText());
    assertThat(latest(task)).isCloseTo(valid, within(1, ChronoUnit.SECONDS));
    assertThat(due(task)).isBeforeOrEqualTo(valid);
  }

  @Test
  void theRedemptionPeriodEndsTheTimeToApproveARestore() {
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OURS', 'expires': '-P50D'}".formatted(domain));
    stories.happen(domain, "DELETED_ELSEWHERE");
    String expired = LocalDate.ofInstant(in("-P50D"), ZoneOffset.UTC).toString();

    String task =
        taskOf(stories.awaitWaitingFor(stories.placeRenewal(domain, "1Y", expired, ""), "PRICE"));

    endsWith(task, "restorableUntil");
  }

  @Test
  void theLastDayOfAConfirmationEndsTheTimeToChaseIt() {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
            .formatted(domain));
    String reference =
        stories.placeChange(
            domain,
            ", 'registrantChangeMode': 'WAIT_THEN_LOCK', 'consents': [{'side': 'NEW', 'basis':"
                + " 'agreement', 'textVersion': '3', 'givenAt': '2026-01-02T10:00:00Z',"
                + " 'evidence': 'ticket 1'}]");
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");

    JsonNode order = stories.await(reference, found -> found.at("/waitingFor/taskId").isTextual());

    endsWith(taskOf(order), "confirmBy");
  }

  @Test
  void theRegistrysDayEndsTheTimeToSendASignedForm() {
    String reference =
        stories.place(
            freshName("no"),
            ", 'additionalFields': {'X-NO-REGISTRANT-IDENTITY': 'N.PRI.12345678'}");

    JsonNode order = stories.await(reference, found -> found.at("/waitingFor/taskId").isTextual());

    Instant wanted = Instant.parse(order.at("/waitingFor/until").asText());
    assertThat(latest(taskOf(order))).isCloseTo(wanted, within(1, ChronoUnit.SECONDS));
    assertThat(due(taskOf(order))).isBeforeOrEqualTo(wanted);
  }

  /** The task is useful until the date that its form shows. */
  private void endsWith(String task, String factInForm) {
    assertThat(stories.form(task).at("/" + factInForm + "/value").asText())
        .isEqualTo(PlainTime.of(latest(task)));
    assertThat(due(task)).isBeforeOrEqualTo(latest(task));
  }

  private Instant latest(String id) {
    return configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              TaskEntity task = context.getTaskManager().findTaskById(id);
              ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
              return deadlines.stream()
                  .filter(deadline -> deadline.tasks().contains(task.getTaskDefinitionKey()))
                  .map(deadline -> deadline.of(order, task))
                  .flatMap(Optional::stream)
                  .min(Instant::compareTo)
                  .orElseThrow();
            });
  }

  private Instant in(String duration) {
    return Instant.parse(stories.now()).plus(Duration.parse(duration));
  }

  private Instant due(String task) {
    return task(task).getDueDate().toInstant();
  }

  private Task task(String id) {
    return tasks.createTaskQuery().taskId(id).singleResult();
  }

  private static String taskOf(JsonNode order) {
    return order.at("/waitingFor/taskId").asText();
  }
}
