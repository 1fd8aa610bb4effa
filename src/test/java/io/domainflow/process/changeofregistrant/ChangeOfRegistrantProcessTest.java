package io.domainflow.process.changeofregistrant;

import static io.domainflow.Registrations.freshName;
import static io.domainflow.process.changeofregistrant.ChangeStories.ADA_ELSEWHERE;
import static io.domainflow.process.changeofregistrant.ChangeStories.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeStories.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeStories.WAIT_THEN_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeStories.WAIT_WITHOUT_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeStories.field;
import static io.domainflow.process.changeofregistrant.ChangeStories.proof;
import static io.domainflow.process.changeofregistrant.ChangeStories.proofFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import io.domainflow.build.FirstReading;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
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
 * The stories of ChangeOfRegistrantProcess.bpmn, from the viewpoint of callers, approvers and
 * operators: every path through the model. {@link RegistrantConsentProcessTest} covers who may
 * agree to what, {@link ChangeLocksTest} the transfer lock.
 */
@DomainflowTest
@TestMethodOrder(OrderAnnotation.class)
class ChangeOfRegistrantProcessTest {

  private static final String ADA = ADA_ELSEWHERE.replace("Old Street", "Main Street");
  private static final String ONLY_TRADE = "trade is only allowed for change of registrant";

  private static final Set<String> TOLD = new HashSet<>();

  private final ProcessEngine engine;
  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.engine = engine;
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords(TestInfo story) {
    TOLD.add(story.getTestMethod().orElseThrow().getName());
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
    assertThat(kindsOfMail(domain)).contains("CHANGE_ORDERED", "REGISTRANT_CHANGED");
    assertThat(changes.passed(order)).contains("CallActivity_TransferLock");
    stories.advance("P61D");
    assertThat(changes.passed(order)).endsWith("EndEvent_ChangeDone");
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
    assertThat(kindsOfMail(domain)).contains("REGISTRANT_NOT_CHANGED");
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
    int before = confirmations(domain);
    stories.advance("PT2H");
    assertThat(confirmations(domain))
        .as("profile B sends the first one late")
        .isGreaterThan(before);
    int third = confirmations(domain);
    stories.advance("P4D");
    assertThat(confirmations(domain)).isEqualTo(third + 1);
    stories.advance("P5D");
    assertThat(confirmations(domain)).isEqualTo(third + 2);
    assertThat(stories.get(reference).get("status").asText()).isEqualTo("WAITING");

    stories.advance("P2DT1H");

    changes.awaitFailure(reference, "NOT_CONFIRMED_IN_TIME");
    assertThat(kindsOfMail(domain)).contains("REGISTRANT_NOT_CHANGED");
    assertThat(changes.trades(domain))
        .as("what is gone is not cancelled")
        .containsExactly("request");
    assertThat(confirmations(domain)).isEqualTo(third + 2);
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

  @BothReadings
  void updatesAddressAndPhoneWithoutAskingAnybody(String profile) {
    changes.begin(profile);
    String domain = changes.ours(ADA_ELSEWHERE);

    String reference = stories.placeChange(domain, "");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("UPDATED");
    assertThat(order.at("/outcome/lockedUntil").isNull()).isTrue();
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.ledger(domain, "ModifyDomain")).hasSize(1);
    assertThat(changes.consents(domain)).isEmpty();
    assertThat(kindsOfMail(domain)).containsExactly("REGISTRANT_CHANGED");
    assertThat(changes.passed(order)).doesNotContain("Task_RequestChange");
  }

  @BothReadings
  void updatesWhereTheZoneWantsThat(String profile) {
    changes.begin(profile);
    String domain = changes.name("com", "'registrantChangeBy': 'UPDATE'", "");

    String reference = stories.placeChange(domain, "");

    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("REGISTRANT_CHANGED");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consents(domain)).isEmpty();
  }

  /** In an account set up that way, the update becomes a change of registrant with a mail. */
  @ParameterizedTest
  @CsvSource({"A, CODE_506", "B, CODE_219"})
  void updatesWhenTheRegistrarSeesNoChangeOfRegistrant(String profile, String code) {
    changes.begin(profile);
    stories.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = changes.ours();
    // asked again right before the update is sent
    changes.fault("CheckDomainTrade", code, ONLY_TRADE, domain);
    changes.fault("CheckDomainTrade", code, ONLY_TRADE, domain);

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.passed(waiting)).contains("BoundaryEvent_OnlyAnUpdate");
    stories.follow(changes.confirmationMail(domain), "confirm");
    stories.advance("P1D");
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("REGISTRANT_CHANGED");
    assertThat(changes.trades(domain)).isEmpty();
  }

  /** The check accepts a change that the registrar refuses when it is requested. */
  @ParameterizedTest
  @CsvSource({"A, CODE_506", "B, CODE_219"})
  void updatesWhenTheRegistrarSeesNoChangeOfRegistrantOnlyThen(String profile, String code) {
    changes.begin(profile);
    stories.account("{'login': 'test.user', 'modifyDomainFallback': true}");
    String domain = changes.ours();
    changes.fault("TradeDomain", code, ONLY_TRADE, domain);

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(changes.passed(waiting))
        .contains("BoundaryEvent_ChangeNotSent", "BoundaryEvent_OnlyAnUpdate")
        .doesNotContain("Task_CorrectChange");
    stories.follow(changes.confirmationMail(domain), "confirm");
    stories.advance("P1D");
    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTRANT_CHANGED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.ledger(domain, "ModifyDomain")).hasSize(1);
    assertThat(
            stories.requests("domain=" + domain).stream()
                .filter(request -> request.get("command").asText().equals("TradeDomain")))
        .as("refused once, and not asked again")
        .hasSize(1);
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

  @ParameterizedTest
  @FirstReading
  @CsvSource({"APPROVE, A", "REJECT, A", "APPROVE, B"})
  void asksAboutThePrice(String decision, String profile) {
    changes.begin(profile);
    String domain = changes.name("com", "'registrantChangeBy': 'TRADE', 'tradePrice': '25.00'", "");
    String reference = stories.placeChange(domain, "");
    JsonNode waiting = stories.awaitWaitingFor(reference, "PRICE");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("25.00");
    String task = changes.task(reference, "Task_ApproveTradePrice");
    assertThat(stories.form(task).at("/price/value").asText()).contains("25.00");

    changes.decided("operator", task, decision, "");

    if (decision.equals("REJECT")) {
      assertThat(changes.passed(changes.awaitFailure(reference, "PRICE_REJECTED")))
          .endsWith("EndEvent_PriceRejected");
      assertThat(stories.ledger(domain)).isEmpty();
    } else {
      JsonNode order = stories.awaitStatus(reference, "COMPLETED");
      assertThat(order.get("charged").asText()).isEqualTo("YES");
      assertThat(changes.ledger(domain, "TradeDomain").get(0).get("charged").asText())
          .isEqualTo("25.00");
    }
  }

  @Test
  void acceptsAPriceThatItsCallerAccepts() {
    String domain = changes.name("com", "'registrantChangeBy': 'TRADE', 'tradePrice': '25.00'", "");
    String reference = stories.placeChange(domain, "");
    stories.awaitWaitingFor(reference, "PRICE");

    Answer tooLittle =
        stories.input(reference, "{'acceptPrice': {'amount': '24.99', 'currency': 'EUR'}}");
    Answer enough =
        stories.input(reference, "{'acceptPrice': {'amount': '25.00', 'currency': 'EUR'}}");

    assertThat(tooLittle.status()).isEqualTo(400);
    assertThat(enough.status()).isEqualTo(200);
    stories.awaitStatus(reference, "COMPLETED");
  }

  /** The price rises while an approver thinks. */
  @Test
  void asksAgainWhenThePriceChangesBeforeItIsSent() {
    String zone = "'registrantChangeBy': 'ICANN-TRADE', 'tradePrice': '%s'";
    String domain = changes.name("com", zone.formatted("25.00"), "");
    String accepted =
        ", 'acceptPrice': {'amount': '25.00', 'currency': 'EUR'}, 'consents': [%s]"
            .formatted(proofFrom("NEW", false));
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + accepted);
    changes.task(reference, "Task_ApproveForPriorRegistrant");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'zone': {%s}}"
            .formatted(domain, zone.formatted("30.00")));

    changes.approve(reference, "Prior");

    JsonNode waiting = stories.awaitWaitingFor(reference, "PRICE");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("30.00");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.passed(waiting)).contains("BoundaryEvent_ChangeNotSent");
    changes.decided("operator", changes.task(reference, "Task_ApproveTradePrice"), "APPROVE", "");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void failsForANameThatIsNotHere() {
    String domain = changes.known(freshName("com"));
    stories.registry("{'domain': '%s', 'owner': 'OTHER_ACCOUNT'}".formatted(domain));

    String reference = stories.placeChange(domain, "");

    JsonNode order = changes.awaitFailure(reference, "NOT_REGISTERED");
    assertThat(order.at("/failure/message").asText()).contains("nothing was bought");
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
        .contains("D2026-0001", "was withdrawn", "nothing is charged");
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

  @BothReadings
  void takesCorrectedDataWhenAnUpdateIsRefused(String profile) {
    changes.begin(profile);
    String domain = changes.ours(ADA_ELSEWHERE);
    changes.fault("ModifyDomain", "CODE_541", "the phone is unknown", domain);
    String reference = stories.placeChange(domain, "");
    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(changes.passed(waiting)).contains("BoundaryEvent_UpdateRefused");

    assertThat(stories.input(reference, "{}").status()).isEqualTo(400);
    Answer corrected =
        stories.input(
            reference,
            "{'registrant': {'firstName': 'Ada', 'lastName': 'Example', 'street': ['Main Street 1'],"
                + " 'city': 'Berlin', 'postalCode': '10115', 'country': 'DE',"
                + " 'phone': '+49.309999999', 'email': 'ada@example.net'}}");

    assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("UPDATED");
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

  @BothReadings
  void isCancelledByAnOperatorWhoChases(String profile) {
    changes.begin(profile);
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");
    assertThat(stories.form(task).at("/remindersSent/value").asText()).isEqualTo("1");
    int mails = confirmations(domain);

    changes.decided("operator", task, "RESEND", "");
    changes.await(
        reference,
        order -> {
          String id = order.at("/waitingFor/taskId").asText();
          return !id.isEmpty() && !id.equals(task);
        });
    assertThat(confirmations(domain)).isEqualTo(mails + 1);
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
    assertThat(kindsOfMail(domain)).contains("REGISTRANT_NOT_CHANGED");
  }

  @BothReadings
  void givesANameThatCameWithoutContactsItsFirstRegistrant(String profile) {
    changes.begin(profile);
    String domain = changes.ours(", 'registrant': null");

    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_BOTH);

    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("REGISTRANT_CHANGED");
  }

  /** The reform has neither consents nor a lock; today's registrar may refuse it, or ask. */
  @ParameterizedTest
  @CsvSource({"false, A", "true, A", "true, B"})
  void followsTheReformedPolicyInAnAccountThatTriesIt(boolean fallback, String profile) {
    changes.begin(profile);
    changes.patch("{'registrantChangePolicy': 'CORD'}");
    stories.account("{'login': 'test.user', 'modifyDomainFallback': %s}".formatted(fallback));
    String domain = changes.ours();

    String reference = stories.placeChange(domain, "");

    if (fallback) {
      stories.awaitWaitingFor(reference, "CONFIRMATION");
      stories.follow(changes.confirmationMail(domain), "confirm");
      stories.advance("P1D");
      stories.awaitStatus(reference, "COMPLETED");
    } else {
      stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    }
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consents(domain)).isEmpty();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void showsEveryPartOfTheModel() {
    assumeTrue(TOLD.containsAll(otherStories()), "the other stories have not been told");

    RepositoryService repository = engine.getRepositoryService();
    Set<String> parts =
        repository
            .getBpmnModelInstance(
                repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(ChangeOfRegistrantProcess.KEY)
                    .latestVersion()
                    .singleResult()
                    .getId())
            .getModelElementsByType(FlowNode.class)
            .stream()
            .map(FlowNode::getId)
            .collect(Collectors.toSet());

    // PaperWaitTest covers the signed form that some registries require, and the operator whose
    // withdrawal was refused.
    parts.removeAll(
        Set.of(
            "SubProcess_SignedForm",
            "StartEvent_FormWanted",
            "Task_SendSignedForm",
            "EndEvent_FormSent",
            "IntermediateEvent_NextChase"));

    assertThat(changes.reached()).containsAll(parts);
  }

  private List<String> otherStories() {
    return Arrays.stream(getClass().getDeclaredMethods())
        .filter(
            method ->
                method.isAnnotationPresent(ParameterizedTest.class)
                    || (method.isAnnotationPresent(Test.class)
                        && !method.isAnnotationPresent(Order.class)))
        .map(Method::getName)
        .toList();
  }

  private int looks(String domain) {
    return (int)
        stories.requests("domain=" + domain).stream()
            .filter(request -> request.get("command").asText().equals("StatusDomainTrade"))
            .count();
  }

  private int confirmations(String domain) {
    return changes.mails(domain, "TRADE_CONFIRMATION").size();
  }

  private List<String> kindsOfMail(String domain) {
    return stories.mails(domain).stream().map(mail -> mail.get("kind").asText()).toList();
  }
}
