package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_THEN_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_WITHOUT_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeStories.proof;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.FirstReading;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A change of registrant is cancelled by its caller, or by an operator who chases it and may have
 * the agent confirm instead; a decision at the registrar that was faster counts.
 */
@DomainflowTest
@TestMethodOrder(OrderAnnotation.class)
class ChangeOfRegistrantCancellationTest {

  static final ShownParts PARTS =
      ShownParts.of(
          "SubProcess_ConfirmationChase",
          "StartEvent_TimeToChase",
          "Gateway_ChaseDue",
          "Task_ChaseConfirmation",
          "Gateway_ChaseDecision",
          "Task_ResendAfterChase",
          "Gateway_WithdrawalDue",
          "Task_WithdrawChange",
          "Gateway_WithdrawalRefused",
          "EndEvent_WithdrawalAsked",
          "SubProcess_Withdrawal",
          "StartEvent_WithdrawalRequested",
          "Task_WithdrawAsRequested",
          "EndEvent_WithdrawnAsRequested",
          "SubProcess_MailResending",
          "StartEvent_ResendRequested",
          "Task_ResendAsRequested",
          "EndEvent_MailResent",
          "SubProcess_OrderCancellation",
          "StartEvent_CancellationRequested",
          "EndEvent_OrderCancelled",
          "Task_TellOfWithdrawal",
          "EndEvent_ChangeWithdrawn");

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantCancellationTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords(TestInfo story) {
    PARTS.told(story);
    changes.end();
  }

  @BothReadings
  void isCancelledByAnOperatorWhoChases(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");
    assertThat(stories.form(task).at("/remindersSent/value").asText()).isEqualTo("1");
    int mails = changes.confirmations(domain);

    changes.decided("operator", task, "RESEND", "");
    changes.await(
        reference,
        order -> {
          String id = order.at("/waitingFor/taskId").asText();
          return !id.isEmpty() && !id.equals(task);
        });
    assertThat(changes.confirmations(domain)).isEqualTo(mails + 1);
    assertThat(stories.timeline(reference))
        .as("the task is open again, and nothing has failed")
        .contains("The registrar has accepted to send its confirmation mails again.");
    assertThat(stories.get(reference).at("/waitingFor/code").asText()).isEqualTo("CONFIRMATION");
    changes.decided("operator", changes.task(reference, "Task_ChaseConfirmation"), "CANCEL", "");

    JsonNode order = stories.awaitStatus(reference, "CANCELLED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(changes.trades(domain)).containsExactly("request", "cancel");
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeWithdrawn");
  }

  @BothReadings
  void switchesToTheAgent(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");
    Answer noProof = changes.decide("operator", task, "SWITCH_TO_AGENT", "");
    assertThat(noProof.status()).isEqualTo(400);
    assertThat(noProof.body().get("message").asText()).contains("proof");

    changes.decided("operator", task, "SWITCH_TO_AGENT", proof());

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.trades(domain)).containsExactly("request", "cancel", "request");
    assertThat(changes.trade(domain).at("/X-CONFIRM-DA-OLD-REGISTRANT").asText()).isEqualTo("1");
    assertThat(changes.trade(domain).at("/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText())
        .isNotEqualTo("1");
    assertThat(order.at("/outcome/lockedUntil").asText()).isNotEmpty();
    assertThat(changes.mails(domain, "CHANGE_ORDERED")).as("told once").hasSize(1);
  }

  @ParameterizedTest
  @FirstReading
  @CsvSource({"CANCEL, A", "CANCEL, B", "SWITCH_TO_AGENT, A", "SWITCH_TO_AGENT, B"})
  void believesAConfirmationThatWasFaster(String decision, String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");
    stories.follow(changes.confirmationMail(domain), "confirm");

    changes.decided("operator", task, decision, proof());

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/lockedUntil").isNull()).isTrue();
    assertThat(changes.trades(domain)).containsExactly("request");
  }

  /**
   * No agent may confirm for somebody who has just refused, and nothing was withdrawn: the step
   * that asks the registrar records that, not the person who decides.
   */
  @ParameterizedTest
  @FirstReading
  @CsvSource({"CANCEL, A", "CANCEL, B", "SWITCH_TO_AGENT, A", "SWITCH_TO_AGENT, B"})
  void believesARefusalThatWasFaster(String decision, String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");
    stories.follow(changes.confirmationMail(domain), "refuse");

    changes.decided("operator", task, decision, proof());

    changes.awaitFailure(reference, "PRIOR_REGISTRANT_DECLINED");
    assertThat(changes.trades(domain)).containsExactly("request");
  }

  @BothReadings
  void isWithdrawnByItsCaller(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    int mails = changes.mails(domain, "TRADE_CONFIRMATION").size();
    assertThat(stories.resend(reference).status()).isEqualTo(200);
    stories.advance("PT1M");
    assertThat(changes.mails(domain, "TRADE_CONFIRMATION")).hasSizeGreaterThan(mails - 1);

    assertThat(stories.cancel(reference).status()).isEqualTo(200);

    JsonNode order = stories.awaitStatus(reference, "CANCELLED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(changes.trades(domain)).containsExactly("request", "cancel");
    assertThat(changes.passed(order))
        .contains("EndEvent_WithdrawnAsRequested", "EndEvent_MailResent");
    assertThat(stories.resend(reference).status()).isEqualTo(409);
  }

  /** The answer to the check shows the state just before. */
  @Test
  void isWithdrawnWhileItIsBeingLookedAt() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.fault(
        "{'command': 'StatusDomainTrade', 'fault': 'DELAY_1500', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    int looks = looks(domain);
    stories.input(reference, "{}");
    Awaitility.await().until(() -> looks(domain) > looks);

    assertThat(stories.cancel(reference).status()).isEqualTo(200);

    stories.advance("PT6M");
    stories.awaitStatus(reference, "CANCELLED");
  }

  @Test
  void isCancelledBeforeItIsSentAndNotAfterwards() {
    String domain = changes.ours();
    String early = stories.placeChange(domain, LOCK_AT_ONCE);
    changes.task(early, "Task_ApproveForNewRegistrant");

    assertThat(stories.cancel(early).status()).isEqualTo(200);

    assertThat(changes.passed(stories.awaitStatus(early, "CANCELLED")))
        .contains("EndEvent_OrderCancelled");
    assertThat(stories.ledger(domain)).isEmpty();
    String late = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    stories.awaitStatus(late, "COMPLETED");
    assertThat(stories.cancel(late).status()).isEqualTo(409);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void showsItsPartsOfTheModel(TestInfo test) {
    PARTS.areReached(test, changes);
  }

  private int looks(String domain) {
    return (int)
        stories.requests("domain=" + domain).stream()
            .filter(request -> request.get("command").asText().equals("StatusDomainTrade"))
            .count();
  }
}
