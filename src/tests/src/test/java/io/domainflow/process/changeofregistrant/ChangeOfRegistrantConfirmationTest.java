package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_THEN_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_WITHOUT_LOCK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
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
 * A change of registrant waits for the prior registrant, who confirms or declines by the link in a
 * mail, or lets the time pass.
 */
@DomainflowTest
@TestMethodOrder(OrderAnnotation.class)
class ChangeOfRegistrantConfirmationTest {

  static final ShownParts PARTS =
      ShownParts.of(
          "Task_AwaitConfirmation",
          "BoundaryEvent_TimeToLook",
          "Task_CancelOverdueChange",
          "SubProcess_Reminder",
          "StartEvent_TimeToRemind",
          "Gateway_ReminderDue",
          "Task_RemindPriorRegistrant",
          "Gateway_MoreReminders",
          "IntermediateEvent_NextReminder",
          "EndEvent_Reminded",
          "Task_TellOfFailure",
          "EndEvent_ChangeFailed");

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantConfirmationTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords(TestInfo story) {
    PARTS.told(story);
    changes.end();
  }

  @BothReadings
  void waitsForThePriorRegistrantWhoConfirms(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_WITHOUT_LOCK + FROM_BOTH);
    JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("PRIOR_REGISTRANT");
    assertThat(changes.trade(domain).at("/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText()).isEqualTo("1");
    assertThat(changes.trade(domain).at("/X-CONFIRM-DA-OLD-REGISTRANT").asText()).isNotEqualTo("1");

    stories.advance("P4D");
    stories.follow(changes.confirmationMail(domain), "confirm");
    stories.advance("P1D");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/lockedUntil").isNull()).isTrue();
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeDone");
  }

  @BothReadings
  void tellsThatThePriorRegistrantSaidNo(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");

    stories.follow(changes.confirmationMail(domain), "refuse");
    stories.advance("P1D");

    changes.awaitFailure(reference, "PRIOR_REGISTRANT_DECLINED");
    assertThat(changes.kindsOfMail(domain)).contains("REGISTRANT_NOT_CHANGED");
  }

  /**
   * The last check before the grace period is on the fourteenth day; reminders came on three days.
   */
  @BothReadings
  void remindsThreeTimesAndLapsesAfterFourteenDays(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");

    stories.advance("P2DT23H");
    int before = changes.confirmations(domain);
    stories.advance("PT2H");
    assertThat(changes.confirmations(domain))
        .as("profile B sends the first one late")
        .isGreaterThan(before);
    int third = changes.confirmations(domain);
    stories.advance("P4D");
    assertThat(changes.confirmations(domain)).isEqualTo(third + 1);
    stories.advance("P5D");
    assertThat(changes.confirmations(domain)).isEqualTo(third + 2);
    assertThat(stories.get(reference).get("status").asText()).isEqualTo("WAITING");

    stories.advance("P2DT1H");

    changes.awaitFailure(reference, "NOT_CONFIRMED_IN_TIME");
    assertThat(changes.kindsOfMail(domain)).contains("REGISTRANT_NOT_CHANGED");
    assertThat(changes.trades(domain))
        .as("what is gone is not cancelled")
        .containsExactly("request");
    assertThat(changes.confirmations(domain)).isEqualTo(third + 2);
  }

  /** A registry that takes longer than the wait and the grace after it. */
  @BothReadings
  void cancelsWhatIsStillPendingAfterTheGrace(String profile) {
    changes.begin(profile);
    String domain =
        changes.ours(
            ", 'next': [{'command': 'TradeDomain', 'after': 'P40D', 'outcome': 'SUCCESSFUL'}]");
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");

    stories.advance("P15D");
    assertThat(changes.trades(domain)).containsExactly("request");
    stories.advance("P1DT2H");

    changes.awaitFailure(reference, "NOT_CONFIRMED_IN_TIME");
    assertThat(changes.trades(domain)).containsExactly("request", "cancel");
  }

  @Test
  void asksAgainWithPausesWhenTheRegistrarDoesNotLetGo() {
    String domain =
        changes.ours(
            ", 'next': [{'command': 'TradeDomain', 'after': 'P40D', 'outcome': 'SUCCESSFUL'}]");
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.fault(
        "{'command': 'TradeDomain', 'fault': 'CODE_552', 'times': 3, 'domain': '%s'}"
            .formatted(domain));

    stories.advance("P18D");

    changes.awaitFailure(reference, "NOT_CONFIRMED_IN_TIME");
    assertThat(changes.trades(domain)).containsExactly("request", "cancel");
  }

  @BothReadings
  void endsWhenTheNameLeavesWhileItWaits(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");

    stories.happen(domain, "TRANSFERRED_AWAY");
    stories.advance("PT6H");

    changes.awaitFailure(reference, "TRANSFERRED_AWAY");
    assertThat(changes.trades(domain)).containsExactly("request");
    assertThat(changes.domain(domain).get("status").asText()).isEqualTo("TRANSFERRED_AWAY");
  }

  /** A person's statement decides nothing: the registrar is asked. */
  @BothReadings
  void looksNowWhenSomebodySaysThatItIsConfirmed(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    JsonNode mail = changes.confirmationMail(domain);

    assertThat(stories.input(reference, "{}").status()).isEqualTo(200);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.follow(mail, "confirm");

    // again, while the first check is still running: then it has no effect
    stories.await(
        reference,
        order -> {
          stories.input(reference, "{}");
          return order.path("status").asText().equals("COMPLETED");
        });
  }

  @BothReadings
  void tellsAHoldAtTheRegistrarFromARefusal(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    JsonNode mail = changes.confirmationMail(domain);
    stories.happen(domain, "HOLD");
    stories.follow(mail, "confirm");

    stories.advance("P1D");

    changes.awaitFailure(reference, "CHANGE_NOT_EXECUTED");
    assertThat(changes.kindsOfMail(domain)).contains("REGISTRANT_NOT_CHANGED");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void showsItsPartsOfTheModel(TestInfo test) {
    PARTS.areReached(test, changes);
  }
}
