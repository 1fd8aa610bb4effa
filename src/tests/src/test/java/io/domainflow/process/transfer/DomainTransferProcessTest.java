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
import io.domainflow.build.OnlyAtIspapi;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The stories of DomainTransferProcess.bpmn, from the viewpoint of callers and operators. Those of
 * its auth code, its confirmation, its price, its rest and its withdrawal are in {@link
 * DomainTransferAuthCodeTest}, {@link DomainTransferConfirmationTest}, {@link
 * DomainTransferPriceTest}, {@link DomainTransferRestTest} and {@link
 * DomainTransferWithdrawalTest}.
 */
@DomainflowTest
class DomainTransferProcessTest {

  private final Registrations stories;
  private final TransferStories transfers;

  @Autowired
  DomainTransferProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.transfers = new TransferStories(engine, port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings(alwaysBoth = true)
  void bringsANameFromAnotherRegistrar(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL);

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
    assertThat(transfers.commands(domain)).startsWith("TransferDomain").doesNotContain("AddDomain");
    assertThat(stories.ledger(domain).get(0).at("/parameters/AUTH").asText()).isEqualTo("***");
    assertThat(transfers.passed(order)).endsWith("EndEvent_DomainTransferred");
  }

  @BothReadings
  void noticesThatALockWasTakenOff(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL + ", 'transferLock': true");
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
  @OnlyAtIspapi("additional fields are not sent there yet")
  void collectsTheAdditionalFieldsOfATransferOnly() {
    String domain = transfers.elsewhere("ca", TransferStories.NO_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "ADDITIONAL_FIELDS");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("Legal type");

    stories.submit(
        transfers.taskOf(reference), "{'caLegalType': {'value': 'CCT', 'type': 'String'}}");

    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    JsonNode sent = stories.ledger(domain).get(0).get("parameters");
    assertThat(sent.get("X-CA-LEGALTYPE").asText()).isEqualTo("CCT");
    assertThat(sent.has("X-CA-LANGUAGE")).as("for registrations only").isFalse();
  }

  @Test
  void endsWhenAnOperatorGivesUp() {
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL + ", 'transferLock': true");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");

    stories.decide(transfers.taskOf(reference), "GIVE_UP");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(order.at("/failure/message").asText()).contains("locked", "Nothing was bought");
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @BothReadings
  @OnlyAtIspapi("the registrar does not say beforehand that a name is in another of its accounts")
  void changesOnlyTheAccountOfANameAtTheSameRegistrar(String profile) {
    stories.profile(profile);
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OTHER_ACCOUNT' %s}".formatted(domain, TransferStories.NO_MAIL));

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");

    JsonNode waiting = stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("only the account changes");
    stories.advance("P6D");
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("ACCOUNT_CHANGED");
    assertThat(stories.ledger(domain).get(0).at("/parameters/ACTION").asText())
        .isEqualTo("USERTRANSFER");
  }

  @Test
  void acceptsThePeriodThatTheZoneHas() {
    String refused =
        transfers.elsewhere(
            "com", ", 'zone': {'transferConfirmation': 'NONE', 'transferPeriods': ['0Y']}");
    String other = stories.placeTransfer(refused, ", 'authCode': 'secret1', 'period': '1Y'");
    JsonNode waiting = stories.awaitWaitingFor(other, "REGISTRAR_REFUSED");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("0 years");
    assertThat(stories.ledger(refused)).as("before anything is sent").isEmpty();
    stories.input(other, "{'period': '0Y'}");
    stories.awaitWaitingFor(other, "TRANSFER_AT_REGISTRY");
    assertThat(stories.ledger(refused).get(0).at("/parameters/PERIOD").asText()).startsWith("0");
  }

  /** The registrar is not asked for what the catalogue contains of a zone. */
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
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL);
    stories.happen(domain, "TRANSFER_REQUESTED_ELSEWHERE");
    stories.give(domain, "billing");

    String reference = stories.placeTransfer(domain, "");

    JsonNode waiting = stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    stories.advance("P7D");
    assertThat(stories.awaitStatus(reference, "COMPLETED").at("/outcome/code").asText())
        .isEqualTo("TRANSFERRED");
    assertThat(transfers.commands(domain)).doesNotContain("TransferDomain");
  }

  @BothReadings
  void endsAsDoneWhenTheNameArrivesAnotherWay(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL + ", 'transferLock': true");
    stories.give(domain, "billing");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");

    stories.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    stories.advance("PT7H");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("ALREADY_HERE");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(transfers.commands(domain)).doesNotContain("TransferDomain", "AddDomain");
    assertThat(transfers.passed(order)).endsWith("EndEvent_DomainHereAlready");
  }

  @BothReadings
  void failsWhenANameArrivesThatNobodyHasGivenToTheShop(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL + ", 'transferLock': true");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");

    stories.registry("{'domain': '%s', 'owner': 'OURS'}".formatted(domain));
    stories.advance("PT7H");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/message").asText())
        .contains("Nothing was bought", "ask the operators to give it to you");
    assertThat(transfers.commands(domain)).doesNotContain("TransferDomain");
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

  @ParameterizedTest
  @CsvSource({"TIMEOUT_AFTER, A", "TIMEOUT_BEFORE, B", "RESET_AFTER, B", "CODE_421_AFTER, A"})
  void asksForATransferOnceWhateverTheAnswer(String fault, String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL);
    stories.fault(
        "{'command': 'TransferDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.await(reference, order -> order.at("/status").asText().equals("WAITING"));
    stories.advance("PT1H");

    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(transfers.commands(domain)).filteredOn("TransferDomain"::equals).hasSize(1);
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
}
