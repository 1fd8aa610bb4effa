package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_THEN_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_WITHOUT_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeOrders.proofFrom;
import static io.domainflow.process.changeofregistrant.ChangeStories.proof;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A dispute over a name keeps its registrant from being changed, whenever it is noted: before,
 * while or after the change is sent.
 */
@DomainflowTest
@TestMethodOrder(OrderAnnotation.class)
class ChangeOfRegistrantDisputeTest {

  static final ShownParts PARTS = ShownParts.of("Task_SettleDisputedChange");

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantDisputeTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords(TestInfo story) {
    PARTS.told(story);
    changes.end();
  }

  @Test
  void refusesWhileThereIsADispute() {
    String domain = changes.ours();
    changes.hold(domain);

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    changes.awaitFailure(reference, "DISPUTE_HOLD");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @Test
  void refusesWhenADisputeBeginsBetweenApprovalAndSending() {
    String domain = changes.ours();
    String reference =
        stories.placeChange(
            domain, LOCK_AT_ONCE + ", 'consents': [" + proofFrom("NEW", false) + "]");
    String task = changes.task(reference, "Task_ApproveForPriorRegistrant");
    changes.hold(domain);

    changes.decided("approver", task, "APPROVE", proof());

    changes.awaitFailure(reference, "DISPUTE_HOLD");
    assertThat(changes.trades(domain)).isEmpty();
  }

  @BothReadings(alwaysBoth = true)
  void withdrawsAChangeThatIsUnderWayWhenADisputeIsNoted(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");

    changes.hold(domain);

    JsonNode order = changes.awaitFailure(reference, "DISPUTE_HOLD");
    assertThat(order.at("/failure/message").asText())
        .contains("held because of a dispute", "was withdrawn", "nothing is charged")
        .doesNotContain("D2026-0001", "UDRP");
    assertThat(changes.trades(domain)).containsExactly("request", "cancel");
    assertThat(changes.mails(domain, "REGISTRANT_NOT_CHANGED"))
        .as("both are told")
        .hasSize(2)
        .allSatisfy(mail -> assertThat(mail.toString()).contains("dispute"));
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeFailed");
  }

  /** The registrar has the change before it is recorded here. */
  @BothReadings
  void withdrawsAChangeWhenADisputeIsNotedWhileItIsSent(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    changes.fault("TradeDomain", "DELAY_1500", "slow", domain);
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.await(reference, order -> order.get("charged").asText().equals("UNKNOWN"));

    changes.hold(domain);

    changes.awaitFailure(reference, "DISPUTE_HOLD");
    assertThat(changes.trades(domain))
        .as("not sent at all, or withdrawn")
        .isIn(List.of(), List.of("request", "cancel"));
  }

  @BothReadings(alwaysBoth = true)
  void asksAnOperatorWhenTheConfirmationWasFasterThanTheDispute(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.follow(changes.confirmationMail(domain), "confirm");

    changes.hold(domain);

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTRANT_CHANGED");
    assertThat(changes.trades(domain)).containsExactly("request");
    String task = changes.openTask(reference, "Task_SettleDisputedChange");
    assertThat(changes.form("operator", task).at("/dispute/value").asText())
        .isEqualTo("UDRP, D2026-0001");
    changes.decided("operator", task, "SETTLED", "");
    Awaitility.await()
        .untilAsserted(() -> assertThat(changes.passed(order)).endsWith("EndEvent_ChangeDone"));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void showsItsPartsOfTheModel(TestInfo test) {
    PARTS.areReached(test, changes);
  }
}
