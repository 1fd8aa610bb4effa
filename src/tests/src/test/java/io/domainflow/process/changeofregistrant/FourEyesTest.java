package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_NEW;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_WITHOUT_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeStories.CHOICE_TASK;
import static io.domainflow.process.changeofregistrant.ChangeStories.NEW_TASK;
import static io.domainflow.process.changeofregistrant.ChangeStories.PRIOR_TASK;
import static io.domainflow.process.changeofregistrant.ChangeStories.field;
import static io.domainflow.process.changeofregistrant.ChangeStories.proof;
import static org.assertj.core.api.Assertions.assertThat;

import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Nobody who took part in an order, by placing or preparing it, confirms anything in it: two people
 * look at each change of registrant.
 */
@DomainflowTest
class FourEyesTest {

  private final int port;
  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  FourEyesTest(ProcessEngine engine, @LocalServerPort int port) {
    this.port = port;
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords() {
    changes.end();
  }

  @Test
  void requiresAnotherPersonThanTheOneWhoPlacedTheOrder() {
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
  void requiresAnotherPersonThanTheOneBehindTheOrder() {
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
  void requiresAnotherPersonThanTheOneWhoPreparedTheOrder(String prepared) {
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
    assertThat(own.body().get("message").asText()).contains("part in this order");
    changes.decided("approver", task, "APPROVE", proof());
    stories.awaitStatus(reference, "COMPLETED");
  }

  /** Through the order API, where the application acts on the engine under its own identity. */
  @ParameterizedTest
  @ValueSource(strings = {"approver", "admin"})
  void requiresAnotherPersonThanTheOneWhoGaveInput(String login) {
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
    assertThat(own.body().get("message").asText()).contains("part in this order");
    assertThat(changes.consents(domain)).isEmpty();
    changes.decided("approver2", task, "APPROVE", proof());
  }

  /** Otherwise an approver could ask and answer in the caller's name. */
  @Test
  void requiresTheCallerToAnswerTheQuestion() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    changes.decided(
        "approver",
        changes.task(reference, PRIOR_TASK),
        "ASK_BACK",
        field("question", "Who signed?"));
    String process =
        stories.awaitWaitingFor(reference, "QUESTION").get("processInstanceId").asText();
    for (String path :
        List.of(
            "/api/v1/orders/" + reference,
            "/api/v1/orders/" + reference + "/timeline",
            "/api/v1/orders?domain=" + domain,
            "/api/v1/process-instances/" + process + "/audit")) {
      String read = new Caller(port, "analyst").get(path).body().toString();
      assertThat(read).as(path).contains("not shown to analysts").doesNotContain("Who signed?");
      assertThat(new Caller(port, "operator").get(path).body().toString()).contains("Who signed?");
    }

    for (String login : List.of("approver", "approver2", "operator", "admin")) {
      Answer refused = changes.input(login, reference, "{'answer': 'I did'}");
      assertThat(refused.status()).as(login).isEqualTo(409);
      assertThat(refused.body().toString()).contains("input-refused", "only the caller answers");
    }

    assertThat(stories.input(reference, "{'answer': 'The owner'}").status()).isEqualTo(200);
    changes.decided("approver", changes.task(reference, PRIOR_TASK), "APPROVE", proof());
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void requiresAnotherPersonThanTheOneWhoOrderedOverTheOrderApi() {
    String domain = changes.ours();
    String reference = changes.placeAs("approver", domain, LOCK_AT_ONCE);
    String task = changes.task(reference, NEW_TASK);

    assertThat(changes.decide("approver", task, "APPROVE", proof()).status()).isEqualTo(403);

    changes.decided("approver2", task, "APPROVE", proof());
  }

  /** However somebody got the task; an administrator cannot give it to anybody else. */
  @Test
  void requiresAnApprover() {
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
  void requiresAnotherPersonThanTheOneWhoPlacedTheOrderToRecordTheOptOut() {
    String reference = changes.placeAs("operator", changes.ours(), WAIT_WITHOUT_LOCK);
    String task = changes.task(reference, CHOICE_TASK);
    String kept = field("optOutReference", "file 9") + field("optOutGivenAt", "2026-03-01");

    Answer own = changes.decide("operator", task, "WAIT_WITHOUT_LOCK", kept);

    assertThat(own.status()).isEqualTo(400);
    assertThat(own.body().get("message").asText()).contains("placed this order");
    changes.decided("operator2", task, "WAIT_WITHOUT_LOCK", kept);
    changes.task(reference, NEW_TASK);
  }

  /** A person who has chosen how the change continues has taken part in it. */
  @Test
  void requiresAnotherPersonThanTheOneWhoPreparedTheOrderToSwitchToTheAgent() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, ", 'registrantChangeMode': 'ASK'" + FROM_NEW);
    changes.decided("operator", changes.task(reference, CHOICE_TASK), "WAIT_THEN_LOCK", "");
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");

    Answer own = changes.decide("operator", task, "SWITCH_TO_AGENT", proof());

    assertThat(own.status()).isEqualTo(400);
    assertThat(own.body().get("message").asText()).contains("part in this order");
    changes.decided("operator2", task, "SWITCH_TO_AGENT", proof());
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void requiresAnotherPersonThanTheOneWhoPlacedTheOrderToSwitchToTheAgent() {
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
}
