package io.domainflow.process.changeofregistrant;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.changeofregistrant.ChangeOrders.ADA_ELSEWHERE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_NEW;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.proofFrom;
import static io.domainflow.process.changeofregistrant.ChangeStories.field;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The ways of ChangeOfRegistrantProcess.bpmn from the order to the change and the end of its lock,
 * from the viewpoint of callers, approvers and operators. Together with the classes beside it that
 * bear its name, it shows every part of the model. {@link RegistrantConsentProcessTest} covers who
 * may agree to what, {@link ChangeLocksTest} the transfer lock.
 */
@DomainflowTest
@TestMethodOrder(OrderAnnotation.class)
class ChangeOfRegistrantProcessTest {

  /**
   * {@code PaperWaitTest} covers the signed form that some registries require, and the operator
   * whose withdrawal was refused.
   */
  private static final ShownParts AT_PAPER_WAIT =
      ShownParts.of(
          "SubProcess_SignedForm",
          "StartEvent_FormWanted",
          "Task_SendSignedForm",
          "EndEvent_FormSent",
          "IntermediateEvent_NextChase");

  private static final ShownParts PARTS =
      ShownParts.allBut(
          AT_PAPER_WAIT,
          ChangeOfRegistrantCancellationTest.PARTS,
          ChangeOfRegistrantConfirmationTest.PARTS,
          ChangeOfRegistrantCorrectionTest.PARTS,
          ChangeOfRegistrantDisputeTest.PARTS,
          ChangeOfRegistrantPriceTest.PARTS,
          ChangeOfRegistrantUpdateTest.PARTS);

  private static final String ADA = ADA_ELSEWHERE.replace("Old Street", "Main Street");

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords(TestInfo story) {
    PARTS.told(story);
    changes.end();
  }

  @BothReadings(alwaysBoth = true)
  void changesAtOnceAndWaitsForTheEndOfTheLock(String profile) {
    changes.begin(profile);
    String domain = changes.ours();

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTRANT_CHANGED");
    assertThat(order.at("/outcome/lockedUntil").asText()).isNotEmpty();
    JsonNode trade = changes.trade(domain);
    assertThat(trade.at("/X-CONFIRM-DA-NEW-REGISTRANT").asText()).isEqualTo("1");
    assertThat(trade.at("/X-CONFIRM-DA-OLD-REGISTRANT").asText()).isEqualTo("1");
    assertThat(trade.at("/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText()).isNotEqualTo("1");
    assertThat(changes.kindsOfMail(domain)).contains("CHANGE_ORDERED", "REGISTRANT_CHANGED");
    assertThat(changes.passed(order)).contains("CallActivity_TransferLock");
    stories.advance("P61D");
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeDone");
  }

  @Test
  void refusesAnOrderThatChangesNothing() {
    String domain = changes.ours(ADA);

    Answer refused = stories.tryChange(ChangeStories.reference(), domain, "");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("NOTHING_CHANGED");
  }

  @Test
  void failsWhenTheEngineIsAskedToChangeNothing() {
    String domain = changes.ours(ADA);
    String reference = ChangeStories.reference();

    Answer started = changes.startOnEngine("billing", reference, domain, "");

    assertThat(started.status()).as(started.body().toString()).isEqualTo(200);
    assertThat(changes.passed(changes.awaitFailure(reference, "NOTHING_CHANGED")))
        .endsWith("EndEvent_NoChange");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTRY", "NEWREG"})
  void saysThatOnlyTheRegistryCanDoIt(String way) {
    String domain = changes.name("com", "'registrantChangeBy': '%s'".formatted(way), "");

    String reference = stories.placeChange(domain, "");

    assertThat(changes.passed(changes.awaitFailure(reference, "CHANGE_ONLY_AT_REGISTRY")))
        .endsWith("EndEvent_ChangeElsewhere");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @BothReadings
  void changesByTheRegistrysOwnTrade(String profile) {
    changes.begin(profile);
    String domain = changes.name("us", "'registrantChangeBy': 'TRADE'", "");
    String reference = stories.placeChange(domain, "");
    stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");

    Answer given =
        stories.submit(
            changes.task(reference, "Task_CollectAdditionalFields"),
            "{'usPurpose': {'value': 'P3', 'type': 'String'},"
                + " 'usNexusCategory': {'value': 'C11', 'type': 'String'}}");

    assertThat(given.status()).as(given.body().toString()).isBetween(200, 299);

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/lockedUntil").isNull()).isTrue();
    JsonNode trade = changes.trade(domain);
    assertThat(trade.at("/X-US-NEXUS-CATEGORY").asText()).isEqualTo("C11");
    assertThat(trade.has("X-CONFIRM-DA-NEW-REGISTRANT")).isFalse();
    assertThat(changes.consents(domain)).isEmpty();
  }

  @Test
  void failsForANameThatIsNotHere() {
    String domain = changes.known(freshName("com"));
    stories.registry("{'domain': '%s', 'owner': 'OTHER_ACCOUNT'}".formatted(domain));

    String reference = stories.placeChange(domain, "");

    JsonNode order = changes.awaitFailure(reference, "NOT_REGISTERED");
    assertThat(order.at("/failure/message").asText()).contains("nothing was bought");
  }

  @BothReadings
  void refusesWhenTheRegistrationHasExpiredWithoutRight(String profile) {
    changes.begin(profile);
    String domain = changes.known(freshName("com"));
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': '-P46D', 'zone': {'registrantChangeBy': 'ICANN-TRADE'}}"
            .formatted(domain));

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    changes.awaitFailure(reference, "EXPIRED");
    assertThat(changes.trades(domain)).isEmpty();
  }

  @Test
  void asksForADecisionAndEndsWhenAnOperatorGivesUp() {
    changes.patch("{'registrantChangeMode': 'ASK'}");
    String reference = stories.placeChange(changes.ours(), "");
    stories.awaitWaitingFor(reference, "CHOICE");

    changes.decided("operator", changes.task(reference, "Task_ChooseLockOrWait"), "GIVE_UP", "");

    assertThat(changes.passed(changes.awaitFailure(reference, "GIVEN_UP")))
        .endsWith("EndEvent_ChoiceGivenUp");
  }

  @ParameterizedTest
  @FirstReading
  @CsvSource({"LOCK_AT_ONCE, A", "LOCK_AT_ONCE, B", "WAIT_THEN_LOCK, A", "WAIT_THEN_LOCK, B"})
  void appliesTheDecisionOfAnOperator(String choice, String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, ", 'registrantChangeMode': 'ASK'" + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CHOICE");

    changes.decided("operator", changes.task(reference, "Task_ChooseLockOrWait"), choice, "");

    if (choice.equals("LOCK_AT_ONCE")) {
      stories.awaitStatus(reference, "COMPLETED");
    } else {
      stories.awaitWaitingFor(reference, "CONFIRMATION");
      assertThat(changes.trade(domain).at("/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText())
          .isNotEqualTo("1");
    }
  }

  @ParameterizedTest
  @CsvSource({"New, NEW", "Prior, PRIOR"})
  void endsWhenAnApproverRefuses(String side, String word) {
    String other = word.equals("NEW") ? "PRIOR" : "NEW";
    String domain = changes.ours();
    String reference =
        stories.placeChange(
            domain, LOCK_AT_ONCE + ", 'consents': [" + proofFrom(other, false) + "]");
    String task = changes.task(reference, "Task_ApproveFor" + side + "Registrant");
    assertThat(changes.decide("approver", task, "REFUSE", "").status()).isEqualTo(400);

    changes.decided("approver", task, "REFUSE", field("reason", "no signature"));

    JsonNode order = changes.awaitFailure(reference, "CONSENT_REFUSED");
    assertThat(order.at("/failure/message").asText()).contains("no signature");
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeRefusedFor" + side + "Registrant");
    assertThat(changes.trades(domain)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"New, NEW", "Prior, PRIOR"})
  void letsAnApproverAskBack(String side, String word) {
    String other = word.equals("NEW") ? "PRIOR" : "NEW";
    String definition = "Task_ApproveFor" + side + "Registrant";
    String domain = changes.ours();
    String reference =
        stories.placeChange(
            domain, LOCK_AT_ONCE + ", 'consents': [" + proofFrom(other, false) + "]");
    String task = changes.task(reference, definition);
    assertThat(changes.decide("approver", task, "ASK_BACK", "").status()).isEqualTo(400);

    changes.decided("approver", task, "ASK_BACK", field("question", "Who signed?"));
    JsonNode waiting = stories.awaitWaitingFor(reference, "QUESTION");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("CALLER");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("Who signed?");
    assertThat(stories.input(reference, "{}").status()).isEqualTo(400);
    Answer otherData =
        stories.input(reference, "{'answer': 'x', 'registrant': {'firstName': 'Eve'}}");
    assertThat(otherData.status()).as("agreed to is what was looked at").isEqualTo(400);
    assertThat(stories.input(reference, "{'answer': 'The owner'}").status()).isEqualTo(200);

    task = changes.task(reference, definition);
    assertThat(changes.form("approver", task).at("/answer/value").asText()).isEqualTo("The owner");
    changes.decided("approver", task, "ASK_BACK", field("question", "And when?"));
    stories.awaitWaitingFor(reference, "QUESTION");
    stories.advance("P7DT1H");

    task = changes.task(reference, definition);
    assertThat(changes.form("approver", task).at("/answer/value").asText())
        .isEqualTo("no answer yet");
    changes.approve(reference, side);
    stories.awaitStatus(reference, "COMPLETED");
  }

  /**
   * What the approver has looked at is the authorisation of somebody who no longer has the name.
   */
  @Test
  void asksForTheConsentOfARegistrantWhoGotTheNameMeanwhile() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    String task = changes.task(reference, ChangeStories.PRIOR_TASK);
    assertThat(changes.form("approver", task).at("/registrant/value").asText())
        .doesNotContain("Nora");

    changes.givenToNora(domain);
    changes.decided("approver", task, "APPROVE", ChangeStories.proof());

    String again = changes.otherTask(reference, ChangeStories.PRIOR_TASK, task);
    assertThat(changes.form("approver", again).at("/registrant/value").asText()).contains("Nora");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consentStates(domain))
        .containsExactly("NEW CONSENT VALID", "PRIOR CONSENT VOID");
    changes.decided("approver", again, "APPROVE", ChangeStories.proof());
    stories.awaitStatus(reference, "COMPLETED");
    assertThat(changes.trades(domain)).containsExactly("request");
    assertThat(stories.mails(domain))
        .filteredOn(mail -> mail.get("kind").asText().equals("REGISTRANT_CHANGED"))
        .extracting(mail -> mail.get("to").asText())
        .contains("nora@example.net");
  }

  /** The order came before them. */
  @Test
  void takesNoConsentOfAnOrderFromARegistrantWhoGotTheNameMeanwhile() {
    String domain = changes.ours();
    changes.fault("TradeDomain", "TIMEOUT_BEFORE", "", domain);
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);
    stories.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");

    changes.givenToNora(domain);
    stories.advance("PT1H");

    String task = changes.task(reference, ChangeStories.PRIOR_TASK);
    assertThat(changes.form("approver", task).at("/registrant/value").asText()).contains("Nora");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consentStates(domain))
        .containsExactly("NEW CONSENT VALID", "PRIOR CONSENT VOID");
    changes.approve(reference, "Prior");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @BothReadings
  void givesANameThatCameWithoutContactsItsFirstRegistrant(String profile) {
    changes.begin(profile);
    String domain = changes.ours(", 'registrant': null");

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("REGISTRANT_CHANGED");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void showsEveryPartOfTheModel(TestInfo test) {
    PARTS.areReached(test, changes);
  }
}
