package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeStories.CONSENTING;
import static io.domainflow.process.changeofregistrant.ChangeStories.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeStories.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeStories.WAIT_THEN_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeStories.WAIT_WITHOUT_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeStories.field;
import static io.domainflow.process.changeofregistrant.ChangeStories.proof;
import static io.domainflow.process.changeofregistrant.ChangeStories.proofFrom;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.BuildSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may agree to a change of registrant for whom, and what it has to rest on. */
@DomainflowTest
class RegistrantConsentProcessTest {

  private static final String FROM_NEW = ", 'consents': [" + proofFrom("NEW", false) + "]";
  private static final String AFNIC =
      "'registrantChangeBy': 'ICANN-TRADE', 'repository': 'AFNIC-OTE-1API1'";
  private static final String NEW_TASK = "Task_ApproveForNewRegistrant";
  private static final String PRIOR_TASK = "Task_ApproveForPriorRegistrant";
  private static final String CHOICE_TASK = "Task_ChooseLockOrWait";

  private final int port;
  private final RuntimeService runtime;
  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  RegistrantConsentProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.port = port;
    this.runtime = engine.getRuntimeService();
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords() {
    changes.end();
  }

  @Test
  void asksBecauseTheAccountsWayWantsAnOptOutThatNobodyHasRecorded() {
    String reference = stories.placeChange(changes.ours(), FROM_NEW);

    JsonNode waiting = stories.awaitWaitingFor(reference, "CHOICE");

    assertThat(waiting.at("/waitingFor/what").asText()).contains("no opting out");
  }

  /** What was written into the process from before does not decide whether anybody is asked. */
  @Test
  void asksForConsentsWhateverTheVariablesSay() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, ", 'registrantChangeMode': 'ASK'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "CHOICE");
    runtime.setVariable(waiting.get("processInstanceId").asText(), "consentsNeeded", false);

    stories.decide(waiting.at("/waitingFor/taskId").asText(), "LOCK_AT_ONCE");

    changes.task(reference, NEW_TASK);
    assertThat(stories.ledger(domain)).isEmpty();
  }

  /** Whatever way the process takes to these steps. */
  @ParameterizedTest
  @ValueSource(strings = {"Task_RequestChange", "Task_UpdateRegistrant"})
  void sendsNothingThatNobodyHasAgreedTo(String step) {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    String task = changes.task(reference, NEW_TASK);
    String process = stories.get(reference).get("processInstanceId").asText();

    runtime
        .createProcessInstanceModification(process)
        .cancelAllForActivity("CallActivity_NewConsent")
        .startBeforeActivity(step)
        .execute();

    changes.await(
        reference,
        order ->
            NEW_TASK.equals(changes.definitionKey(order.at("/waitingFor/taskId").asText("-")))
                && !order.at("/waitingFor/taskId").asText().equals(task));
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @Test
  void takesTheChoiceOfItsCaller() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, ", 'registrantChangeMode': 'ASK'" + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CHOICE");

    assertThat(stories.input(reference, "{}").status()).isEqualTo(400);
    assertThat(stories.input(reference, "{'registrantChangeMode': 'ASK'}").status()).isEqualTo(400);
    Answer otherData =
        stories.input(
            reference,
            "{'registrantChangeMode': 'LOCK_AT_ONCE', 'registrant': {'firstName': 'Eve'}}");
    assertThat(otherData.status()).isEqualTo(400);
    assertThat(stories.input(reference, "{'registrantChangeMode': 'LOCK_AT_ONCE'}").status())
        .isEqualTo(200);

    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void takesTheOptOutThatItsCallerNames() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_NEW);
    stories.awaitWaitingFor(reference, "CHOICE");

    Answer without = stories.input(reference, "{'registrantChangeMode': 'WAIT_WITHOUT_LOCK'}");
    Answer with =
        stories.input(
            reference,
            "{'registrantChangeMode': 'WAIT_WITHOUT_LOCK', 'consents': [%s]}"
                .formatted(proofFrom("PRIOR", true)));

    assertThat(without.status()).as(without.body().toString()).isEqualTo(400);
    assertThat(with.status()).as(with.body().toString()).isEqualTo(200);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.consentStates(domain)).contains("PRIOR OPT_OUT VALID");
  }

  @BothReadings
  void takesAnOptOutThatIsOlderThanTheOrder(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_NEW);
    JsonNode waiting = stories.awaitWaitingFor(reference, "CHOICE");
    String task = changes.task(reference, CHOICE_TASK);
    String kept = field("optOutReference", "file 9");

    Answer missing = changes.decide("operator", task, "WAIT_WITHOUT_LOCK", "");
    Answer tooYoung =
        changes.decide(
            "operator",
            task,
            "WAIT_WITHOUT_LOCK",
            kept + field("optOutGivenAt", waiting.get("createdAt").asText()));
    Answer noDate = changes.decide("operator", task, "WAIT_WITHOUT_LOCK", kept);

    assertThat(missing.status()).isEqualTo(400);
    assertThat(tooYoung.status()).isEqualTo(400);
    assertThat(tooYoung.body().get("message").asText()).contains("older than the order");
    assertThat(noDate.status()).isEqualTo(400);
    changes.decided(
        "operator", task, "WAIT_WITHOUT_LOCK", kept + field("optOutGivenAt", "2026-03-01"));
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.trade(domain).at("/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText()).isEqualTo("1");
    assertThat(changes.consentStates(domain)).contains("PRIOR OPT_OUT VALID");
  }

  @Test
  void optsOutByAStandingAuthorisationThatIsOlderThanTheOrder() {
    changes.authorize("NEW", ", 'optOutOfLock': true");
    String domain = changes.ours();

    String reference = stories.placeChange(domain, "");

    stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.trade(domain).at("/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText()).isEqualTo("1");
    assertThat(changes.consentStates(domain))
        .containsExactlyInAnyOrder("NEW CONSENT VALID", "PRIOR OPT_OUT VALID");
  }

  @Test
  void doesNotOptOutByAnAuthorisationThatIsYoungerThanTheOrder() {
    String reference = stories.placeChange(changes.ours(), WAIT_WITHOUT_LOCK + FROM_NEW);
    stories.awaitWaitingFor(reference, "CHOICE");
    changes.authorize("PRIOR", ", 'optOutOfLock': true");

    Answer refused =
        changes.decide("operator", changes.task(reference, CHOICE_TASK), "WAIT_WITHOUT_LOCK", "");

    assertThat(refused.status()).isEqualTo(400);
  }

  @BothReadings
  void knowsNoOptOutAtAfnic(String profile) {
    changes.begin(profile);
    String domain = changes.name("com", AFNIC, "");
    Answer refused =
        stories.tryChange(ChangeStories.reference(), domain, WAIT_WITHOUT_LOCK + FROM_BOTH);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("registrantChangeMode");
    assertThat(refused.body().at("/errors/0/message").asText()).contains("AFNIC");

    String reference = stories.placeChange(domain, FROM_BOTH);
    JsonNode waiting = stories.awaitWaitingFor(reference, "CHOICE");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("AFNIC");
    String task = changes.task(reference, CHOICE_TASK);
    Answer inTask =
        changes.decide(
            "operator",
            task,
            "WAIT_WITHOUT_LOCK",
            field("optOutReference", "file 9") + field("optOutGivenAt", "2026-03-01"));
    assertThat(inTask.status()).isEqualTo(400);
    assertThat(inTask.body().get("message").asText()).contains("AFNIC");
    changes.decided("operator", task, "LOCK_AT_ONCE", "");

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.trade(domain).has("X-REQUEST-OPT-OUT-TRANSFERLOCK")).isFalse();
  }

  @Test
  void asksAtAfnicWhenTheEngineIsToldToOptOut() {
    String domain = changes.name("com", AFNIC, "");
    String reference = ChangeStories.reference();

    Answer started =
        changes.startOnEngine(CONSENTING, reference, domain, WAIT_WITHOUT_LOCK + FROM_BOTH);

    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    changes.awaitWaitingFor(reference, "CHOICE");
    assertThat(changes.trades(domain)).isEmpty();
  }

  @Test
  void reliesOnStandingAuthorisationsOfBothSides() {
    changes.authorize("NEW", "");
    changes.authorize("PRIOR", "");
    String domain = changes.ours();

    String reference = stories.placeChange(domain, LOCK_AT_ONCE);

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.consents(domain))
        .hasSize(2)
        .allMatch(consent -> consent.get("channel").asText().equals("STANDING"));
  }

  @Test
  void asksWhenAStandingAuthorisationHasNotBegunOrIsOver() {
    Instant now = Instant.parse(stories.now());
    changes.authorize("NEW", ", 'validFrom': '%s'".formatted(now.plus(Duration.ofDays(3))));
    changes.authorize("PRIOR", ", 'validUntil': '%s'".formatted(now.plus(Duration.ofDays(1))));
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    String task = changes.task(reference, NEW_TASK);

    stories.advance("P2D");
    changes.decided("approver", task, "APPROVE", proof());

    changes.approve(reference, "Prior");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void asksAgainWhenAnAuthorisationIsRevokedBeforeTheChangeIsSent() {
    String id = changes.authorize("NEW", "");
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    String task = changes.task(reference, PRIOR_TASK);
    changes.revoke(id);

    changes.decided("approver", task, "APPROVE", proof());

    changes.task(reference, NEW_TASK);
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consentStates(domain))
        .containsExactly("NEW CONSENT REVOKED", "PRIOR CONSENT VALID");
    changes.approve(reference, "New");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void asksAgainWhenAnAuthorisationEndsBeforeTheChangeIsSent() {
    Instant end = Instant.parse(stories.now()).plus(Duration.ofDays(1));
    changes.authorize("NEW", ", 'validUntil': '%s'".formatted(end));
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    String task = changes.task(reference, PRIOR_TASK);
    stories.advance("P2D");

    changes.decided("approver", task, "APPROVE", proof());

    changes.task(reference, NEW_TASK);
    assertThat(changes.trades(domain)).isEmpty();
    changes.approve(reference, "New");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void wantsSomebodyElseThanWhoPlacedTheOrder() {
    String domain = changes.ours();
    String reference = ChangeStories.reference();
    changes.authorize("NEW", "");
    Answer started = changes.startOnEngine("approver", reference, domain, LOCK_AT_ONCE);
    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    String task = changes.task(reference, PRIOR_TASK);

    Answer own = changes.decide("approver", task, "APPROVE", proof());

    assertThat(own.status()).isEqualTo(403);
    assertThat(own.body().get("message").asText()).contains("somebody else");
    assertThat(changes.trades(domain)).isEmpty();
    changes.decided("approver2", task, "APPROVE", proof());
    changes.awaitStatus(reference, "COMPLETED");
    assertThat(changes.consents(domain))
        .anyMatch(consent -> consent.get("by").asText().equals("approver2"));
  }

  @Test
  void wantsSomebodyElseThanThePersonBehindTheOrder() {
    String domain = changes.ours();
    String reference =
        stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW + ", 'requestedBy': 'approver'");
    String task = changes.task(reference, PRIOR_TASK);

    assertThat(changes.decide("approver", task, "APPROVE", proof()).status()).isEqualTo(403);

    changes.decided("approver2", task, "APPROVE", proof());
    stories.awaitStatus(reference, "COMPLETED");
  }

  /** Administrators may do everything, but not two of these things in one order. */
  @ParameterizedTest
  @ValueSource(strings = {CHOICE_TASK, "Task_ApproveTradePrice", "Task_CorrectChange"})
  void wantsSomebodyElseThanWhoPreparedTheOrder(String prepared) {
    String domain =
        changes.name(
            "com",
            "'registrantChangeBy': 'ICANN-TRADE'"
                + (prepared.equals("Task_ApproveTradePrice") ? ", 'tradePrice': '5.00'" : ""),
            "");
    if (prepared.equals("Task_CorrectChange")) {
      stories.happen(domain, "TRADE_REQUESTED_ELSEWHERE");
    }
    String mode = prepared.equals(CHOICE_TASK) ? ", 'registrantChangeMode': 'ASK'" : LOCK_AT_ONCE;
    String reference = stories.placeChange(domain, mode + FROM_NEW);
    changes.decided(
        "admin",
        changes.task(reference, prepared),
        switch (prepared) {
          case CHOICE_TASK -> "LOCK_AT_ONCE";
          case "Task_CorrectChange" -> "CANCEL_PENDING";
          default -> "APPROVE";
        },
        "");
    String task = changes.task(reference, PRIOR_TASK);

    Answer own = changes.decide("admin", task, "APPROVE", proof());

    assertThat(own.status()).isEqualTo(403);
    assertThat(own.body().get("message").asText()).contains("hand in this order");
    changes.decided("approver", task, "APPROVE", proof());
    stories.awaitStatus(reference, "COMPLETED");
  }

  /** Over the order API, where the application works on the engine in its own name. */
  @ParameterizedTest
  @ValueSource(strings = {"approver", "admin"})
  void wantsSomebodyElseThanWhoGaveInput(String login) {
    String domain = changes.ours();
    stories.happen(domain, "TRADE_REQUESTED_ELSEWHERE");
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    changes.awaitWaitingFor(reference, "CHANGE_PENDING");
    Answer corrected =
        changes.input(
            login,
            reference,
            "{'registrant': {'firstName': 'Eve', 'lastName': 'Example', 'street': ['Main Street"
                + " 1'], 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE', 'phone':"
                + " '+49.301234567', 'email': 'eve@example.net'}}");
    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
    changes.decided(
        "operator", changes.task(reference, "Task_CorrectChange"), "CANCEL_PENDING", "");
    String task = changes.task(reference, NEW_TASK);

    Answer own = changes.decide(login, task, "APPROVE", proof());

    assertThat(own.status()).as(own.body().toString()).isEqualTo(403);
    assertThat(own.body().get("message").asText()).contains("hand in this order");
    assertThat(changes.consents(domain)).isEmpty();
    changes.decided("approver2", task, "APPROVE", proof());
  }

  @Test
  void wantsSomebodyElseThanWhoAnsweredTheQuestion() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    changes.decided(
        "approver",
        changes.task(reference, PRIOR_TASK),
        "ASK_BACK",
        field("question", "Who signed?"));
    stories.awaitWaitingFor(reference, "QUESTION");
    assertThat(changes.input("approver", reference, "{'answer': 'I did'}").status()).isEqualTo(200);
    String task = changes.task(reference, PRIOR_TASK);

    assertThat(changes.decide("approver", task, "APPROVE", proof()).status()).isEqualTo(403);

    changes.decided("approver2", task, "APPROVE", proof());
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void wantsSomebodyElseThanWhoOrderedOverTheOrderApi() {
    String domain = changes.ours();
    String reference = changes.placeAs("approver", domain, LOCK_AT_ONCE);
    String task = changes.task(reference, NEW_TASK);

    assertThat(changes.decide("approver", task, "APPROVE", proof()).status()).isEqualTo(403);

    changes.decided("approver2", task, "APPROVE", proof());
  }

  /** However somebody has come by the task; an administrator does not give it to anybody else. */
  @Test
  void wantsAnApprover() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    String task = changes.task(reference, PRIOR_TASK);
    assertThat(
            new Caller(port, "admin")
                .post("/engine-rest/task/" + task + "/assignee", "{'userId': 'operator'}")
                .status())
        .isEqualTo(400);

    Answer refused = changes.decide("operator", task, "APPROVE", proof());

    assertThat(refused.status()).as(refused.body().toString()).isEqualTo(403);
    assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
    assertThat(changes.trades(domain)).isEmpty();
  }

  /** Nobody can record for a registrant what they have ordered themselves. */
  @Test
  void wantsSomebodyElseThanWhoPlacedTheOrderToRecordTheOptOut() {
    String reference = changes.placeAs("operator", changes.ours(), WAIT_WITHOUT_LOCK);
    String task = changes.task(reference, CHOICE_TASK);
    String kept = field("optOutReference", "file 9") + field("optOutGivenAt", "2026-03-01");

    Answer own = changes.decide("operator", task, "WAIT_WITHOUT_LOCK", kept);

    assertThat(own.status()).isEqualTo(400);
    assertThat(own.body().get("message").asText()).contains("placed this order");
    changes.decided("operator2", task, "WAIT_WITHOUT_LOCK", kept);
    changes.task(reference, NEW_TASK);
  }

  @Test
  void takesNoApprovalAfterTheOrderWasCancelled() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    String task = changes.task(reference, PRIOR_TASK);
    assertThat(stories.cancel(reference).status()).isEqualTo(200);

    Answer late = changes.decide("approver", task, "APPROVE", proof());

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().path("message").asText()).contains("no longer open");
    assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
    assertThat(changes.trades(domain)).isEmpty();
  }

  /** The change was cancelled for want of an answer. */
  @Test
  void takesNoConfirmationByTheAgentAfterTheTimeIsOver() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_NEW);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");
    stories.advance("P15D");
    stories.awaitStatus(reference, "FAILED");

    Answer late = changes.decide("operator", task, "SWITCH_TO_AGENT", proof());

    assertThat(late.body().path("message").asText()).contains("no longer open");
    assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
    assertThat(changes.trades(domain)).containsExactly("request");
  }

  /** Only one of the two happens, and nothing is left of the other. */
  @Test
  void decidesBetweenAnApprovalAndACancellationAtTheSameTime() {
    for (int i = 0; i < BuildSize.choose(3, 10, 30); i++) {
      String domain = changes.ours();
      String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
      String task = changes.task(reference, PRIOR_TASK);

      CompletableFuture<Answer> approval =
          CompletableFuture.supplyAsync(() -> changes.decide("approver", task, "APPROVE", proof()));
      Answer cancelled = stories.cancel(reference);
      Answer approved = approval.join();

      JsonNode order = stories.await(reference, found -> !isOpen(found));
      assertThat(approved.body().path("message").asText())
          .as("in words for people")
          .doesNotContain("IllegalState", "is not being carried out");
      assertThat(approved.status()).isIn(204, 409);
      if (order.get("status").asText().equals("CANCELLED")) {
        assertThat(changes.trades(domain)).isEmpty();
        assertThat(cancelled.status()).isEqualTo(200);
      } else {
        assertThat(approved.status()).isEqualTo(204);
        assertThat(changes.consentStates(domain)).contains("PRIOR CONSENT VALID");
      }
      if (approved.status() != 204) {
        assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
      }
    }
  }

  @Test
  void doesNotStartByItself() {
    Answer started =
        new Caller(port, "admin")
            .post(
                "/engine-rest/process-definition/key/RegistrantConsentProcess/start",
                "{'businessKey': 'alone-1', 'variables': {'side': {'value': 'NEW'}}}");

    assertThat(started.status()).isEqualTo(400);
    assertThat(started.body().get("message").asText()).contains("cannot be started alone");
  }

  private static boolean isOpen(JsonNode order) {
    return List.of("IN_PROGRESS", "WAITING").contains(order.get("status").asText());
  }

  /** A person who has chosen how the change continues has had a hand in it. */
  @Test
  void wantsSomebodyElseThanWhoPreparedTheOrderToSwitchToTheAgent() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, ", 'registrantChangeMode': 'ASK'" + FROM_NEW);
    changes.decided("operator", changes.task(reference, CHOICE_TASK), "WAIT_THEN_LOCK", "");
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");

    Answer own = changes.decide("operator", task, "SWITCH_TO_AGENT", proof());

    assertThat(own.status()).isEqualTo(400);
    assertThat(own.body().get("message").asText()).contains("hand in this order");
    changes.decided("operator2", task, "SWITCH_TO_AGENT", proof());
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void wantsSomebodyElseThanWhoPlacedTheOrderToSwitchToTheAgent() {
    String domain = changes.ours();
    String reference = ChangeStories.reference();
    changes.authorize("NEW", ", 'optOutOfLock': true");
    changes.startOnEngine("operator", reference, domain, WAIT_WITHOUT_LOCK);
    changes.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");

    Answer own = changes.decide("operator", task, "SWITCH_TO_AGENT", proof());

    assertThat(own.status()).isEqualTo(400);
    assertThat(own.body().get("message").asText()).contains("placed this order");
    changes.decided("operator2", task, "SWITCH_TO_AGENT", proof());
    changes.awaitStatus(reference, "COMPLETED");
    assertThat(changes.trades(domain)).containsExactly("request", "cancel", "request");
  }

  @Test
  void wantsProof() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    String task = changes.task(reference, PRIOR_TASK);

    Answer none = changes.decide("approver", task, "APPROVE", "");
    Answer blank = changes.decide("approver", task, "APPROVE", field("evidenceReference", " "));

    assertThat(none.status()).isEqualTo(400);
    assertThat(blank.status()).isEqualTo(400);
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
  }

  /** The second account of the demonstration has nobody who attests that. */
  @Test
  void confirmsNothingForAnAccountWhoseAgentStatusIsNotAttested() {
    String domain = changes.ours(", 'account': 'test.user2'");
    String reference = ChangeStories.reference();
    Answer placed =
        stories.placeRaw(
            ("{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox2',"
                    + " 'domain': '%s', 'registrant': {'firstName': 'Ada', 'lastName': 'Example',"
                    + " 'street': ['Main Street 1'], 'city': 'Berlin', 'postalCode': '10115',"
                    + " 'country': 'DE', 'phone': '+49.301234567', 'email': 'ada@example.net'}"
                    + "%s}")
                .formatted(reference, domain, LOCK_AT_ONCE + FROM_BOTH));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    String task = changes.task(reference, NEW_TASK);
    assertThat(changes.form("approver", task).at("/agentStatus/value").asText())
        .contains("not attested");

    Answer refused = changes.decide("approver", task, "APPROVE", proof());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().get("message").asText()).contains("attest");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consents(domain)).isEmpty();
  }
}
