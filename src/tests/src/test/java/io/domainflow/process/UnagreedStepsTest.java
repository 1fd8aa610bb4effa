package io.domainflow.process;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.process.worker.Worker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * However a process reaches a step that sends what somebody has to agree to, nothing is sent
 * without that agreement, and somebody is asked. The models say which steps these are: one behind a
 * task in which somebody agrees joins here, or {@link #knowsEveryStepBehindAnAgreement} fails.
 */
@DomainflowTest
class UnagreedStepsTest {

  private static final String AT_PRICE = "'class': 'PREMIUM_MOVED', 'price': '90.00'";
  private static final String RISKY =
      ", 'transferLock': false, 'nameservers': ['ns1.example.org', 'ns2.example.org']";
  private static final String MOVED =
      ", 'registrantDetails': {'street': ['New Street 2'], 'city': 'Hamburg',"
          + " 'postalCode': '20095', 'country': 'DE'}";

  /** The sending steps behind each task in which somebody agrees. */
  private static final Map<String, List<String>> BEHIND =
      Map.ofEntries(
          Map.entry("Task_ApproveAuthCode", List.of("Task_UnlockDomain", "Task_GetAuthCode")),
          Map.entry("Task_ApproveTradePrice", List.of("Task_RequestChange")),
          Map.entry("Task_ConfirmDeletion", List.of("Task_DeleteDomain")),
          Map.entry("Task_DecideOnPrice", List.of("Task_RegisterDomain")),
          Map.entry("Task_DecideOnClaimsNotice", List.of("Task_RegisterDomain")),
          Map.entry("Task_ApproveRelease", List.of("Task_PushDomain")),
          Map.entry("Task_ApproveRenewalPrice", List.of("Task_RenewDomain")),
          Map.entry("Task_ApproveTransferPrice", List.of("Task_RequestTransfer")),
          Map.entry(
              "Task_ApproveUpdate", List.of("Task_ChangeSettings", "Task_ChangeRegistrantDetails")),
          Map.entry(
              "Task_ApproveForNewRegistrant",
              List.of("Task_RequestChange", "Task_UpdateRegistrant")),
          Map.entry("Task_ApproveRestorePrice", List.of("Task_RestoreDomain")));

  /** Tried where there is more of their process, with the same outcome. */
  private static final Map<String, List<String>> ELSEWHERE =
      Map.of(
          // OutgoingTransferProcessTest.sendsNoAnswerThatNobodyHasGiven
          "Task_AnswerOutgoingTransfer",
          List.of("Task_AnswerTransfer"),
          // the steps look for all consents at once, whichever is missing
          "Task_ApproveForPriorRegistrant",
          List.of("Task_RequestChange", "Task_UpdateRegistrant"));

  /** Behind an agreement, too, but about something else, or reached through another one. */
  private static final Map<String, List<String>> OTHERS =
      Map.of(
          // the mode that was ordered, of a name that is bought
          "Task_DecideOnPrice",
          List.of("Task_SetRenewalMode"),
          "Task_DecideOnClaimsNotice",
          List.of("Task_SetRenewalMode"),
          // a plain update has no price; its consents are tried
          "Task_ApproveTradePrice",
          List.of("Task_UpdateRegistrant"),
          // has a price of its own, which is tried
          "Task_ApproveRestorePrice",
          List.of("Task_RenewDomain"));

  /** Where to enter, for a step that needs what the step before prepares. */
  private static final Map<String, String> ENTRIES =
      Map.of("Task_RegisterDomain", "Task_PrepareContacts");

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final HistoryService history;
  private final List<Worker<?>> workers;
  private final Registrations stories;

  @Autowired
  UnagreedStepsTest(
      RuntimeService runtime,
      TaskService tasks,
      HistoryService history,
      List<Worker<?>> workers,
      @LocalServerPort int port) {
    this.workers = workers;
    this.runtime = runtime;
    this.tasks = tasks;
    this.history = history;
    this.stories = new Registrations(port);
  }

  private record Placed(String domain, String reference, String code) {}

  static Stream<Arguments> jumps() {
    return BEHIND.entrySet().stream()
        .flatMap(
            behind -> behind.getValue().stream().map(step -> Arguments.of(behind.getKey(), step)));
  }

  @Test
  void knowsEveryStepBehindAnAgreement() {
    Map<String, List<String>> known = new TreeMap<>();
    Stream.of(BEHIND, ELSEWHERE, OTHERS)
        .forEach(
            steps ->
                steps.forEach(
                    (task, behind) ->
                        known.computeIfAbsent(task, any -> new ArrayList<>()).addAll(behind)));
    known.values().forEach(Collections::sort);

    assertThat(StepsBehindAgreements.inAllModels(workers)).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("jumps")
  void sendsNothingThatNobodyHasAgreedTo(String task, String step) {
    Placed placed = placedFor(task);
    JsonNode order = stories.awaitWaitingFor(placed.reference(), placed.code());
    String asked = order.at("/waitingFor/taskId").asText();
    int sent = stories.ledger(placed.domain()).size();

    if (step.equals("Task_ChangeRegistrantDetails")) {
      // its contact is prepared on the way, and its settings are not sent either
      jump(order, "Task_PrepareContacts");
      order = stories.awaitWaitingFor(placed.reference(), "REGISTRAR_REFUSED");
      asked = order.at("/waitingFor/taskId").asText();
    }
    jump(order, ENTRIES.getOrDefault(step, step));

    // the steps of an auth code stop, and an administrator sees why
    if (!task.equals("Task_ApproveAuthCode")) {
      assertThatSomebodyIsAsked(placed, asked);
    }
    assertThat(stories.ledger(placed.domain())).hasSize(sent);
    stories.cancel(placed.reference());
  }

  private Placed placedFor(String task) {
    return switch (task) {
      case "Task_ApproveAuthCode" -> {
        String domain = ours("'transferLock': true");
        // two servers of somebody else, shortly before
        String led =
            stories.placePlain(
                "UPDATE", domain, ", 'nameservers': ['ns1.example.org', 'ns2.example.org']");
        stories.awaitStatus(led, "COMPLETED");
        yield plain("AUTH_CODE", domain, ", 'unlock': true", "AUTH_CODE_APPROVAL");
      }
      case "Task_ApproveTradePrice" -> {
        String domain = ours("'zone': {'registrantChangeBy': 'TRADE', 'tradePrice': '25.00'}");
        yield new Placed(domain, stories.placeChange(domain, ""), "PRICE");
      }
      case "Task_ConfirmDeletion" -> plain("DELETE", ours(""), "", "DELETION_CONFIRMATION");
      case "Task_DecideOnPrice" -> registration(AT_PRICE, "PRICE");
      case "Task_DecideOnClaimsNotice" -> registration("'claims': true", "CLAIMS_NOTICE");
      case "Task_ApproveRelease" -> {
        String domain = name("co.uk", "'owner': 'OURS'");
        yield plain("RELEASE", domain, ", 'target': 'EXAMPLE-TAG'", "RELEASE_APPROVAL");
      }
      case "Task_ApproveRenewalPrice" -> {
        String domain = ours("'expires': 'P100D', " + AT_PRICE);
        LocalDate expires =
            Instant.parse(stories.now())
                .plus(100, ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        yield new Placed(
            domain, stories.placeRenewal(domain, "1Y", expires.toString(), ""), "PRICE");
      }
      case "Task_ApproveTransferPrice" -> {
        String domain =
            name(
                "com",
                "'owner': 'OTHER_REGISTRAR', 'zone': {'transferConfirmation': 'NONE'}, "
                    + AT_PRICE);
        yield new Placed(domain, stories.placeTransfer(domain, ", 'authCode': 'secret1'"), "PRICE");
      }
      case "Task_ApproveUpdate" ->
          plain("UPDATE", ours("'transferLock': true"), RISKY + MOVED, "UPDATE_APPROVAL");
      case "Task_ApproveForNewRegistrant" -> {
        String domain = ours("'zone': {'registrantChangeBy': 'ICANN-TRADE'}");
        yield new Placed(
            domain,
            stories.placeChange(domain, ", 'registrantChangeMode': 'LOCK_AT_ONCE'"),
            "CONSENT");
      }
      case "Task_ApproveRestorePrice" -> {
        String domain = name("com", "'owner': 'OURS', 'expires': '-P50D'");
        stories.happen(domain, "DELETED_ELSEWHERE");
        yield plain("RESTORE", domain, "", "PRICE");
      }
      default -> throw new IllegalArgumentException("no order waits for " + task);
    };
  }

  private Placed plain(String operation, String domain, String more, String code) {
    return new Placed(domain, stories.placePlain(operation, domain, more), code);
  }

  private Placed registration(String members, String code) {
    String domain = name("com", "'owner': 'FREE', " + members);
    return new Placed(domain, stories.place(domain), code);
  }

  /** Moves the process forward as if its task had been answered. */
  private void jump(JsonNode order, String entry) {
    Task task =
        tasks.createTaskQuery().taskId(order.at("/waitingFor/taskId").asText()).singleResult();
    String process = task.getProcessInstanceId();
    String skipped = task.getTaskDefinitionKey();
    if (task.getProcessDefinitionId().startsWith("RegistrantConsentProcess:")) {
      process = order.get("processInstanceId").asText();
      skipped = "CallActivity_NewConsent";
    }
    String moved = process;
    long before = tried(moved, entry);
    runtime
        .createProcessInstanceModification(moved)
        .cancelAllForActivity(skipped)
        .startBeforeActivity(entry)
        .execute();
    Awaitility.await().untilAsserted(() -> assertThat(tried(moved, entry)).isGreaterThan(before));
  }

  /** How often a step was passed, or has failed. */
  private long tried(String process, String step) {
    return history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(process)
            .activityId(step)
            .finished()
            .count()
        + history
            .createHistoricExternalTaskLogQuery()
            .processInstanceId(process)
            .activityIdIn(step)
            .failureLog()
            .count();
  }

  /** The same again, or what the registrar or the update lacks. */
  private void assertThatSomebodyIsAsked(Placed placed, String former) {
    JsonNode order =
        stories.await(
            placed.reference(),
            now -> {
              String task = now.at("/waitingFor/taskId").asText();
              return !task.equals(former) && isOpen(task);
            });
    assertThat(order.at("/waitingFor/code").asText()).isIn(placed.code(), "REGISTRAR_REFUSED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  private boolean isOpen(String task) {
    return !task.isEmpty() && tasks.createTaskQuery().taskId(task).count() == 1;
  }

  private String ours(String members) {
    return name("com", members.isEmpty() ? "'owner': 'OURS'" : "'owner': 'OURS', " + members);
  }

  private String name(String tld, String members) {
    String domain = freshName(tld);
    stories.registry("{'domain': '%s', %s}".formatted(domain, members));
    return domain;
  }
}
