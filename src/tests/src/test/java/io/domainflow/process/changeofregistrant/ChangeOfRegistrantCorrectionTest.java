package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeStories.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.FirstReading;
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
 * What keeps a change of registrant from being sent is corrected: another change that is pending,
 * or data that the registrar refuses.
 */
@DomainflowTest
@TestMethodOrder(OrderAnnotation.class)
class ChangeOfRegistrantCorrectionTest {

  static final ShownParts PARTS =
      ShownParts.of(
          "Task_CorrectChange",
          "Gateway_Correction",
          "EndEvent_ChangeGivenUp",
          "Task_CancelPendingChange",
          "BoundaryEvent_NewRegistrantRefused",
          "BoundaryEvent_ChangeRefused",
          "BoundaryEvent_ChangeNotSent");

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantCorrectionTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords(TestInfo story) {
    PARTS.told(story);
    changes.end();
  }

  @BothReadings
  void cancelsAChangeThatIsInTheWay(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    stories.happen(domain, "TRADE_REQUESTED_ELSEWHERE");
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CHANGE_PENDING");
    String first = changes.task(reference, "Task_CorrectChange");

    // As the form does: unchanged values are also sent, and void no consent.
    changes.decided("operator", first, "RETRY", field("newFirstName", "Ada"));
    changes.await(
        reference,
        order ->
            !order.at("/waitingFor/taskId").asText().equals(first)
                && order.at("/waitingFor/code").asText().equals("CHANGE_PENDING"));
    changes.decided(
        "operator", changes.task(reference, "Task_CorrectChange"), "CANCEL_PENDING", "");

    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.trades(domain)).containsExactly("cancel", "request");
  }

  @Test
  void continuesWhenTheCallerSaysThatTheOtherChangeIsOver() {
    String domain = changes.ours();
    stories.happen(domain, "TRADE_REQUESTED_ELSEWHERE");
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CHANGE_PENDING");
    stories.follow(changes.confirmationMail(domain), "refuse");

    assertThat(stories.input(reference, "{}").status()).isEqualTo(200);

    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void endsWhenAnOperatorGivesUp() {
    String domain = changes.ours();
    stories.happen(domain, "TRADE_REQUESTED_ELSEWHERE");
    String reference = stories.placeChange(domain, "");
    stories.awaitWaitingFor(reference, "CHANGE_PENDING");

    changes.decided("operator", changes.task(reference, "Task_CorrectChange"), "GIVE_UP", "");

    assertThat(changes.passed(changes.awaitFailure(reference, "GIVEN_UP")))
        .endsWith("EndEvent_ChangeGivenUp");
  }

  @ParameterizedTest
  @FirstReading
  @CsvSource({
    "AddContact, BoundaryEvent_NewRegistrantRefused, A",
    "CheckDomainTrade, BoundaryEvent_ChangeRefused, A",
    "CheckDomainTrade, BoundaryEvent_ChangeRefused, B",
    "TradeDomain, BoundaryEvent_ChangeNotSent, A",
    "TradeDomain, BoundaryEvent_ChangeNotSent, B"
  })
  void takesCorrectedDataWhenTheRegistrarRefuses(String command, String where, String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    changes.fault(
        command,
        "CODE_541",
        "the mail address cannot be reached",
        command.equals("AddContact") ? "*" : domain);
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("cannot be reached");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    assertThat(changes.passed(waiting)).contains(where);
    String task = changes.task(reference, "Task_CorrectChange");
    JsonNode refused =
        changes.decide("operator", task, "RETRY", field("newEmail", "nowhere")).body();
    assertThat(refused.get("message").asText())
        .contains("New registrant: mail address must be a mail address");

    changes.decided("operator", task, "RETRY", field("newEmail", "ada@elsewhere.example"));

    // Consents to other data no longer count.
    changes.approve(reference, "New");
    changes.approve(reference, "Prior");
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.consentStates(domain))
        .endsWith("NEW CONSENT VALID", "PRIOR CONSENT VALID")
        .filteredOn(state -> state.endsWith("VALID"))
        .hasSize(2);
    assertThat(changes.trades(domain)).containsExactly("request");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void showsItsPartsOfTheModel(TestInfo test) {
    PARTS.areReached(test, changes);
  }
}
