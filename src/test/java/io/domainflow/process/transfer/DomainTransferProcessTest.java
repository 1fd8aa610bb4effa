package io.domainflow.process.transfer;

import static io.domainflow.Registrations.freshName;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stories of DomainTransferProcess.bpmn, told as callers and operators live them. */
@DomainflowTest
class DomainTransferProcessTest {

  private static final String BY_MAIL = ", 'zone': {'transferConfirmation': 'ICANN-FOA-REQUEST'}";
  private static final String NO_MAIL = ", 'zone': {'transferConfirmation': 'NONE'}";

  private final HistoryService history;
  private final Registrations stories;

  @Autowired
  DomainTransferProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.history = engine.getHistoryService();
    this.stories = new Registrations(port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void bringsANameFromAnotherRegistrar(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL);

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");

    JsonNode waiting = stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertThat(Instant.parse(waiting.at("/waitingFor/until").asText()))
        .as("before the first look")
        .isCloseTo(Instant.parse(stories.now()).plus(Duration.ofDays(5)), within(5, MINUTES));
    assertThat(waiting.get("charged").asText()).isEqualTo("YES");
    stories.advance("P6D");
    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("TRANSFERRED");
    assertThat(order.at("/outcome/renewalMode").asText()).isEqualTo("AUTOEXPIRE");
    assertThat(order.at("/outcome/expiresAt").asText()).isNotEmpty();
    assertThat(commands(domain)).startsWith("TransferDomain").doesNotContain("AddDomain");
    assertThat(stories.ledger(domain).get(0).at("/parameters/AUTH").asText()).isEqualTo("***");
    assertThat(passed(order)).endsWith("EndEvent_DomainTransferred");
  }

  @BothReadings
  void waitsForTheRegistrantsMailFirst(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRANT");

    stories.follow(lastMail(domain), "confirm");
    stories.advance("P1D");

    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    stories.advance("P6D");
    stories.awaitStatus(reference, "COMPLETED");
  }

  @BothReadings
  void tellsThatTheRegistrantSaidNo(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");

    stories.follow(lastMail(domain), "refuse");
    stories.advance("P2D");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REFUSED_BY_REGISTRANT");
    assertThat(order.at("/failure/message").asText()).contains("The registrar's words");
    assertThat(passed(order)).endsWith("EndEvent_TransferFailed");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void asksAnOperatorWhenTheMailStaysUnconfirmedAndSendsItAgain(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    int mails = stories.mails(domain).size();

    stories.advance("P3DT2H");
    String task = taskOf(reference);
    assertThat(stories.form(task).at("/waitsFor/value").asText()).contains("confirm");
    stories.decide(task, "RESEND");
    stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    assertThat(stories.mails(domain)).hasSizeGreaterThan(mails);
    assertThat(stories.get(reference).at("/waitingFor/code").asText())
        .isEqualTo("CONFIRMATION_MAIL");
  }

  @BothReadings
  void takesTheRightCodeFromItsCaller(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'not-the-one'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "AUTH_CODE_WRONG");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.ledger(domain)).isEmpty();

    Answer nothing = stories.input(reference, "{}");
    Answer right = stories.input(reference, "{'authCode': 'secret1'}");

    assertThat(nothing.status()).isEqualTo(400);
    assertThat(right.status()).isEqualTo(200);
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
  }

  @BothReadings
  void takesAMissingCodeFromAnOperator(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL);
    String reference = stories.placeTransfer(domain, "");
    JsonNode waiting = stories.awaitWaitingFor(reference, "AUTH_CODE_MISSING");
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(stories.form(task).at("/authCodeGiven/value").asText()).isEqualTo("none yet");

    Answer bad =
        stories.submit(
            task,
            "{'decision': {'value': 'RETRY', 'type': 'String'},"
                + " 'period': {'value': '77Y', 'type': 'String'}}");
    Answer good =
        stories.submit(
            task,
            "{'decision': {'value': 'RETRY', 'type': 'String'},"
                + " 'authCode': {'value': 'secret1', 'type': 'String'}}");

    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.body().get("message").asText()).contains("Period");
    assertThat(good.status()).isBetween(200, 299);
    JsonNode order = stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(
            history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(order.get("processInstanceId").asText())
                .list())
        .noneMatch(variable -> String.valueOf(variable.getValue()).contains("secret1"));
  }

  @Test
  void sendsACodeExactlyAsItIs() {
    String code = "a\"b&c<d=e;f g'h\\%41";
    String domain = freshName("com");
    String json = "\"" + code.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    stories.registryExactly(
        "{\"domain\": \"%s\", \"owner\": \"OTHER_REGISTRAR\", \"authCode\": %s}"
            .formatted(domain, json));

    String reference = stories.placeTransfer(domain, "");
    stories.awaitWaitingFor(reference, "AUTH_CODE_MISSING");
    Answer given = stories.inputExactly(reference, "{\"authCode\": " + json + "}");

    assertThat(given.status()).isEqualTo(200);
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
  }

  @BothReadings
  void noticesThatALockWasTakenOff(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL + ", 'transferLock': true");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    JsonNode locked = stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");
    String task = locked.at("/waitingFor/taskId").asText();

    stories.advance("PT13H");
    assertThat(stories.get(reference).at("/waitingFor/taskId").asText())
        .as("the task of before")
        .isEqualTo(task);
    stories.happen(domain, "UNLOCKED");
    stories.advance("PT7H");

    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
  }

  @Test
  void restsUntilADateUnlessItsCallerGoesOnBefore() {
    String domain = elsewhere("com", NO_MAIL + ", 'age': 'P55D'");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    JsonNode young = stories.awaitWaitingFor(reference, "TOO_YOUNG");
    String task = young.at("/waitingFor/taskId").asText();
    assertThat(Instant.parse(young.at("/waitingFor/until").asText()))
        .as("when it is old enough")
        .isCloseTo(Instant.parse(stories.now()).plus(Duration.ofDays(5)), within(5, MINUTES));

    Answer past = waitUntil(task, "2020-01-01");
    Answer nonsense = waitUntil(task, "tomorrow");
    String day =
        Instant.parse(stories.now()).plus(Duration.ofDays(200)).toString().substring(0, 10);
    Answer future = waitUntil(task, day);

    assertThat(past.status()).isEqualTo(400);
    assertThat(past.body().get("message").asText()).contains("future");
    assertThat(nonsense.status()).isEqualTo(400);
    assertThat(future.status()).isBetween(200, 299);
    JsonNode resting = stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    assertThat(resting.at("/waitingFor/code").asText()).isEqualTo("TOO_YOUNG");
    assertThat(resting.at("/waitingFor/until").asText()).startsWith(day);

    assertThat(stories.input(reference, "{}").status()).isEqualTo(200);
    stories.await(reference, order -> !order.at("/waitingFor/taskId").isNull());

    stories.advance("P6D");
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
  }

  @Test
  void isTriedAgainWhenItsRestIsOver() {
    String domain = elsewhere("com", NO_MAIL + ", 'transferLock': true");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");
    String first = taskOf(reference);

    waitUntil(first, Instant.parse(stories.now()).plus(Duration.ofHours(3)).toString());
    stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    stories.advance("PT4H");

    assertThat(taskOf(reference)).isNotEqualTo(first);
    assertThat(stories.ledger(domain)).isEmpty();
    assertThat(stories.cancel(reference).status()).isEqualTo(200);
    assertThat(stories.awaitStatus(reference, "CANCELLED").get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void asksWhatToDoWhenTheRequestIsRefused(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL);
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");

    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    stories.decide(taskOf(reference), "RETRY");
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(commands(domain)).containsExactly("TransferDomain");
  }

  /** What only the request finds wrong would be found wrong again. */
  @BothReadings
  void sendsNothingAgainWhileARefusedRequestRests(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL);
    String begun = stories.now();
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_531', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    String task = taskOf(reference);

    waitUntil(task, Instant.parse(stories.now()).plus(Duration.ofDays(3)).toString());
    JsonNode resting = stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    stories.advance("P1D");

    assertThat(passed(resting)).as("has looked meanwhile").contains("EndEvent_NotRepairedYet");
    assertThat(stories.get(reference).at("/waitingFor/who").asText()).isEqualTo("CALLER");
    assertThat(requested(domain, begun)).isEqualTo(1);
    stories.advance("P2D");
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(requested(domain, begun)).isEqualTo(2);
  }

  private long requested(String domain, String since) {
    return stories.requests("since=" + since).stream()
        .filter(request -> request.get("command").asText().equals("TransferDomain"))
        .filter(request -> request.toString().contains(domain))
        .count();
  }

  @Test
  void collectsTheAdditionalFieldsOfATransferOnly() {
    String domain = elsewhere("ca", NO_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("Legal type");

    stories.submit(taskOf(reference), "{'caLegalType': {'value': 'CCT', 'type': 'String'}}");

    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    JsonNode sent = stories.ledger(domain).get(0).get("parameters");
    assertThat(sent.get("X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
    assertThat(sent.has("X-CA-LANGUAGE")).as("for registrations only").isFalse();
  }

  @BothReadings
  void isChasedAgainAndWithdrawnByAnOperator(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    lastMail(domain);
    stories.advance("P3DT1H");
    String first = taskOf(reference);

    stories.decide(first, "KEEP_WAITING");
    assertThatNobodyIsAskedForTwoDays(reference);
    stories.advance("P3DT1H");
    String second = taskOf(reference);
    assertThat(second).isNotEqualTo(first);
    stories.decide(second, "CANCEL");

    assertThat(stories.awaitStatus(reference, "CANCELLED").get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void asksAnOperatorAgainWhoseWithdrawalWasRefused(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    stories.advance("P3DT1H");
    String first = taskOf(reference);
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_552', 'times': 9, 'domain': '%s'}"
            .formatted(domain));

    stories.decide(first, "CANCEL");
    stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    stories.noFaults();
    stories.advance("P3DT1H");

    String second = taskOf(reference);
    assertThat(second).isNotEqualTo(first);
    stories.decide(second, "CANCEL");
    stories.awaitStatus(reference, "CANCELLED");
  }

  @Test
  void isChasedAgainWhenTheRegistryTakesLongerThanItMay() {
    String domain =
        elsewhere(
            "com",
            NO_MAIL
                + ", 'next': [{'command': 'TransferDomain', 'after': 'P12D', 'outcome':"
                + " 'SUCCESSFUL'}]");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    stories.advance("P6DT2H");

    stories.decide(taskOf(reference), "KEEP_WAITING");
    assertThatNobodyIsAskedForTwoDays(reference);
    stories.advance("P8D");

    stories.awaitStatus(reference, "COMPLETED");
  }

  private void assertThatNobodyIsAskedForTwoDays(String reference) {
    JsonNode waiting = stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    assertThat(Instant.parse(waiting.at("/waitingFor/until").asText()))
        .as("until when nobody is asked again")
        .isAfter(Instant.parse(waiting.get("updatedAt").asText()).plus(Duration.ofDays(2)));
  }

  @Test
  void endsWhenAnOperatorGivesUp() {
    String domain = elsewhere("com", NO_MAIL + ", 'transferLock': true");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");

    stories.decide(taskOf(reference), "GIVE_UP");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(order.at("/failure/message").asText()).contains("locked", "Nothing was bought");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @BothReadings
  void changesOnlyTheAccountOfANameAtTheSameRegistrar(String profile) {
    stories.profile(profile);
    String domain = freshName("com");
    stories.registry("{'domain': '%s', 'owner': 'OTHER_ACCOUNT' %s}".formatted(domain, NO_MAIL));

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");

    JsonNode waiting = stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("only the account changes");
    stories.advance("P6D");
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("ACCOUNT_CHANGED");
    assertThat(stories.ledger(domain).get(0).at("/parameters/ACTION").asText())
        .isEqualTo("USERTRANSFER");
  }

  @ParameterizedTest
  @CsvSource({"APPROVE, TRANSFER_AT_REGISTRY", "REJECT, "})
  void asksAboutAPriceOfItsOwn(String decision, String waitsFor) {
    String domain = elsewhere("com", NO_MAIL + ", 'class': 'PREMIUM_COM_T', 'price': '450.00'");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "PRICE");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("450");
    assertThat(stories.form(taskOf(reference)).at("/price/value").asText()).contains("450");

    stories.decide(taskOf(reference), decision);

    if (waitsFor == null) {
      assertThat(stories.awaitStatus(reference, "FAILED").at("/failure/reason").asText())
          .isEqualTo("PRICE_REJECTED");
      assertThat(stories.ledger(domain)).isEmpty();
    } else {
      stories.awaitWaitingFor(reference, waitsFor);
      JsonNode request = stories.ledger(domain).get(0);
      assertThat(request.at("/parameters/CLASS").asText()).isEqualTo("PREMIUM_COM_T");
      assertThat(request.get("charged").asText()).isEqualTo("450.00");
    }
  }

  @Test
  void paysAPriceThatTheOrderAcceptsAndNoHigherOne() {
    String covered = elsewhere("com", NO_MAIL + ", 'class': 'PREMIUM_COM_T', 'price': '450.00'");
    String dearer = elsewhere("com", NO_MAIL + ", 'class': 'PREMIUM_COM_U', 'price': '450.01'");
    String accepted =
        ", 'authCode': 'secret1', 'acceptPrice': {'amount': '450.00', 'currency': 'EUR'}";

    stories.awaitWaitingFor(stories.placeTransfer(covered, accepted), "TRANSFER_AT_REGISTRY");
    stories.awaitWaitingFor(stories.placeTransfer(dearer, accepted), "PRICE");
  }

  @Test
  void asksAgainWhenThePriceRisesWhileSomebodyDecides() {
    String domain = elsewhere("com", NO_MAIL + ", 'class': 'PREMIUM_COM_T', 'price': '450.00'");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "PRICE");
    String task = taskOf(reference);
    elsewhere(domain, NO_MAIL, "700.00");

    stories.decide(task, "APPROVE");

    JsonNode again =
        stories.await(reference, order -> order.at("/waitingFor/what").asText().contains("700"));
    assertThat(stories.ledger(domain)).isEmpty();
    stories.decide(again.at("/waitingFor/taskId").asText(), "APPROVE");
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(stories.ledger(domain).get(0).get("charged").asText()).isEqualTo("700.00");
  }

  @Test
  void asksAgainWhenThePriceRisesRightBeforeTheRequest() {
    String domain = elsewhere("com", NO_MAIL + ", 'class': 'PREMIUM_COM_T', 'price': '450.00'");
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'REFUSE', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "PRICE");
    stories.decide(taskOf(reference), "APPROVE");
    stories.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");
    elsewhere(domain, NO_MAIL, "700.00");
    stories.noFaults();

    stories.advance("PT30M");

    JsonNode asked = stories.awaitWaitingFor(reference, "PRICE");
    assertThat(asked.at("/waitingFor/what").asText()).contains("700");
    assertThat(asked.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.ledger(domain)).isEmpty();
    stories.cancel(reference);
  }

  @Test
  void takesThePeriodThatTheZoneHas() {
    String refused =
        elsewhere("com", ", 'zone': {'transferConfirmation': 'NONE', 'transferPeriods': ['0Y']}");
    String other = stories.placeTransfer(refused, ", 'authCode': 'secret1', 'period': '1Y'");
    JsonNode waiting = stories.awaitWaitingFor(other, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("0Y");
    assertThat(stories.ledger(refused)).as("before anything is sent").isEmpty();
    stories.input(other, "{'period': '0Y'}");
    stories.awaitWaitingFor(other, "TRANSFER_AT_REGISTRY");
    assertThat(stories.ledger(refused).get(0).at("/parameters/PERIOD").asText()).startsWith("0");
  }

  /** What the catalogue knows of a zone is not asked of the registrar. */
  @ParameterizedTest
  @ValueSource(strings = {"es", "no", "nu", "nz"})
  void refusesAtOnceThePeriodThatAZoneDoesNotHave(String tld) {
    Answer refused =
        stories.placeRaw(
            "{'reference': 'N-%s', 'operation': 'TRANSFER', 'account': 'sandbox', 'domain': '%s', 'period': '1Y', 'authCode': 'secret1'}"
                .formatted(UUID.randomUUID(), freshName(tld)));

    assertThat(refused.status()).isEqualTo(400);
    JsonNode errors = refused.body().get("errors");
    assertThat(errors).extracting(error -> error.get("field").asText()).contains("period");
    assertThat(errors.toString()).contains("0Y");
  }

  @BothReadings
  void takesATransferOverThatRunsAlready(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL);
    stories.happen(domain, "TRANSFER_REQUESTED_ELSEWHERE");
    stories.give(domain, "billing");

    String reference = stories.placeTransfer(domain, "");

    JsonNode waiting = stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    stories.advance("P7D");
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("TRANSFERRED");
    assertThat(commands(domain)).doesNotContain("TransferDomain");
  }

  @BothReadings
  void endsAsDoneWhenTheNameArrivesAnotherWay(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL + ", 'transferLock': true");
    stories.give(domain, "billing");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");

    stories.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    stories.advance("PT7H");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("ALREADY_HERE");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(commands(domain)).doesNotContain("TransferDomain", "AddDomain");
    assertThat(passed(order)).endsWith("EndEvent_DomainHereAlready");
  }

  @BothReadings
  void failsWhenANameArrivesThatNobodyHasGivenToTheShop(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL + ", 'transferLock': true");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");

    stories.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    stories.advance("PT7H");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/message").asText())
        .contains("Nothing was bought", "ask the operators to give it to you");
    assertThat(commands(domain)).doesNotContain("TransferDomain");
  }

  @BothReadings
  void failsForANameThatNobodyHas(String profile) {
    stories.profile(profile);
    String domain = freshName("com");

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_REGISTERED");
    assertThat(order.at("/failure/message").asText()).contains("Nothing was bought");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @BothReadings
  void withdrawsATransferAndBelievesTheRegistrar(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");

    assertThat(stories.cancel(reference).status()).isEqualTo(200);

    JsonNode order = stories.awaitStatus(reference, "CANCELLED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.ledger(domain))
        .anyMatch(entry -> entry.at("/parameters/ACTION").asText().equalsIgnoreCase("CANCEL"));
  }

  @BothReadings
  void aWithdrawalWhoseAnswerIsLostIsAWithdrawal(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'RESET_AFTER', 'times': 3, 'domain': '%s'}"
            .formatted(domain));

    assertThat(stories.cancel(reference).status()).isEqualTo(200);
    stories.advance("P1D");

    assertThat(stories.awaitStatus(reference, "CANCELLED").get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void aWithdrawalThatWasRefusedIsNone(String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_552', 'times': 9, 'domain': '%s'}"
            .formatted(domain));
    stories.cancel(reference);
    stories.advance("PT1H");

    stories.follow(lastMail(domain), "refuse");
    stories.advance("P2D");

    assertThat(stories.awaitStatus(reference, "FAILED").at("/failure/reason").asText())
        .isEqualTo("REFUSED_BY_REGISTRANT");
  }

  @BothReadings
  void completesWhenTheNameWasFasterThanItsWithdrawal(String profile) {
    stories.profile(profile);
    String domain =
        elsewhere(
            "com",
            NO_MAIL
                + ", 'next': [{'command': 'TransferDomain', 'after': 'PT1H',"
                + " 'outcome': 'SUCCESSFUL'}]");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_552', 'times': 9, 'domain': '%s'}"
            .formatted(domain));

    stories.cancel(reference);
    stories.advance("P2D");

    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("TRANSFERRED");
  }

  @ParameterizedTest
  @CsvSource({"TIMEOUT_AFTER, A", "TIMEOUT_BEFORE, B", "RESET_AFTER, B", "CODE_421_AFTER, A"})
  void asksForATransferOnceWhateverTheAnswer(String fault, String profile) {
    stories.profile(profile);
    String domain = elsewhere("com", NO_MAIL);
    stories.fault(
        "{'command': 'TransferDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.await(reference, order -> order.at("/status").asText().equals("WAITING"));
    stories.advance("PT1H");

    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(commands(domain)).filteredOn("TransferDomain"::equals).hasSize(1);
  }

  @Test
  void resendsMailsOnlyWhileOneIsAwaited() {
    String byMail = elsewhere("com", BY_MAIL);
    String waiting = stories.placeTransfer(byMail, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(waiting, "CONFIRMATION_MAIL");
    int mails = stories.mails(byMail).size();
    String other = stories.placeTransfer(elsewhere("com", NO_MAIL), ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(other, "TRANSFER_AT_REGISTRY");

    assertThat(stories.resend(waiting).status()).isEqualTo(200);
    Answer refused = stories.resend(other);

    assertThat(refused.status()).isEqualTo(409);
    stories.advance("PT1H");
    assertThat(stories.mails(byMail)).hasSizeGreaterThan(mails);
  }

  @Test
  void refusesWhatBelongsToARegistrationOnly() {
    Answer privacy =
        stories.placeRaw(
            "{'reference': 'T-bad', 'operation': 'TRANSFER', 'account': 'sandbox',"
                + " 'domain': 'example.com', 'privacy': true}");
    Answer authCode =
        stories.placeRaw(
            Registrations.order("R-bad", "example.com", ", 'authCode': 'x'").replace('"', '\''));

    assertThat(privacy.status()).isEqualTo(400);
    assertThat(privacy.body().at("/errors/0/field").asText()).isEqualTo("privacy");
    assertThat(authCode.status()).isEqualTo(400);
    assertThat(authCode.body().at("/errors/0/field").asText()).isEqualTo("authCode");
  }

  private Answer waitUntil(String task, String until) {
    return stories.submit(
        task,
        "{'decision': {'value': 'WAIT', 'type': 'String'},"
            + " 'until': {'value': '%s', 'type': 'String'}}".formatted(until));
  }

  private String elsewhere(String tld, String more) {
    String domain = freshName(tld);
    stories.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR' %s}".formatted(domain, more));
    return domain;
  }

  private void elsewhere(String domain, String more, String price) {
    stories.registry(
        ("{'domain': '%s', 'owner': 'OTHER_REGISTRAR' %s, 'class': 'PREMIUM_COM_T',"
                + " 'price': '%s'}")
            .formatted(domain, more, price));
  }

  private JsonNode lastMail(String domain) {
    if (stories.mails(domain).isEmpty()) {
      stories.advance("P3D");
    }
    List<JsonNode> mails = stories.mails(domain);
    return mails.get(mails.size() - 1);
  }

  private String taskOf(String reference) {
    return stories
        .await(reference, order -> order.at("/waitingFor/taskId").isTextual())
        .at("/waitingFor/taskId")
        .asText();
  }

  private List<String> commands(String domain) {
    return stories.ledger(domain).stream().map(entry -> entry.get("command").asText()).toList();
  }

  private List<String> passed(JsonNode order) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(order.get("processInstanceId").asText())
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }
}
