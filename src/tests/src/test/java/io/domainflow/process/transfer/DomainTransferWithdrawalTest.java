package io.domainflow.process.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An open transfer is chased, withdrawn, or completed before its withdrawal. */
@DomainflowTest
class DomainTransferWithdrawalTest {

  private final Registrations stories;
  private final TransferStories transfers;

  @Autowired
  DomainTransferWithdrawalTest(ProcessEngine engine, @LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.transfers = new TransferStories(engine, port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings
  void isChasedAgainAndWithdrawnByAnOperator(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    transfers.lastMail(domain);
    stories.advance("P3DT1H");
    String first = transfers.taskOf(reference);

    stories.decide(first, "KEEP_WAITING");
    assertThatNobodyIsAskedForTwoDays(reference);
    stories.advance("P3DT1H");
    String second = transfers.taskOf(reference);
    assertThat(second).isNotEqualTo(first);
    stories.decide(second, "CANCEL");

    assertThat(stories.awaitStatus(reference, "CANCELLED").get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void asksAnOperatorAgainWhoseWithdrawalWasRefused(String profile) {
    stories.profile(profile);
    assertThatAnOperatorIsAskedAgainAfter("CODE_552");
  }

  /** The registrar may not know a transfer for a moment. */
  @Test
  void asksAnOperatorAgainWhoseWithdrawalFoundNoTransfer() {
    assertThatAnOperatorIsAskedAgainAfter("CODE_534");
  }

  private void assertThatAnOperatorIsAskedAgainAfter(String refusal) {
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    stories.advance("P3DT1H");
    String first = transfers.taskOf(reference);
    stories.fault(
        "{'command': 'TransferDomain', 'fault': '%s', 'times': 9, 'domain': '%s'}"
            .formatted(refusal, domain));

    stories.decide(first, "CANCEL");
    stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    stories.noFaults();
    stories.advance("P3DT1H");

    String second = transfers.taskOf(reference);
    assertThat(second).isNotEqualTo(first);
    stories.decide(second, "CANCEL");
    stories.awaitStatus(reference, "CANCELLED");
  }

  @Test
  void isChasedAgainWhenTheRegistryTakesLongerThanItMay() {
    String domain =
        transfers.elsewhere(
            "com",
            TransferStories.NO_MAIL
                + ", 'next': [{'command': 'TransferDomain', 'after': 'P12D', 'outcome':"
                + " 'SUCCESSFUL'}]");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    stories.advance("P6DT2H");

    stories.decide(transfers.taskOf(reference), "KEEP_WAITING");
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

  @BothReadings
  void withdrawsATransferAndBelievesTheRegistrar(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
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
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
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
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_552', 'times': 9, 'domain': '%s'}"
            .formatted(domain));
    stories.cancel(reference);
    stories.advance("PT1H");

    stories.follow(transfers.lastMail(domain), "refuse");
    stories.advance("P2D");

    assertThat(stories.awaitStatus(reference, "FAILED").at("/failure/reason").asText())
        .isEqualTo("REFUSED_BY_REGISTRANT");
  }

  /** The registrar has nothing left to withdraw, and the order has not been checked since. */
  @BothReadings
  void failsWithItsReasonWhenTheRefusalWasFasterThanTheWithdrawal(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.BY_MAIL);
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "CONFIRMATION_MAIL");
    stories.follow(transfers.lastMail(domain), "refuse");

    assertThat(stories.cancel(reference).status()).isEqualTo(200);

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REFUSED_BY_REGISTRANT");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void completesWhenTheNameWasFasterThanItsWithdrawal(String profile) {
    stories.profile(profile);
    String domain =
        transfers.elsewhere(
            "com",
            TransferStories.NO_MAIL
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
}
