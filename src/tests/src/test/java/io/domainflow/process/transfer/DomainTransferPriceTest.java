package io.domainflow.process.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The price of a transfer is agreed to before the request, and again if it rises. */
@DomainflowTest
class DomainTransferPriceTest {

  private final Registrations stories;
  private final TransferStories transfers;

  @Autowired
  DomainTransferPriceTest(ProcessEngine engine, @LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.transfers = new TransferStories(engine, port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @ParameterizedTest
  @CsvSource({"APPROVE, TRANSFER_AT_REGISTRY", "REJECT, "})
  void asksAboutAPriceOfItsOwn(String decision, String waitsFor) {
    String domain =
        transfers.elsewhere(
            "com", TransferStories.NO_MAIL + ", 'class': 'PREMIUM_COM_T', 'price': '450.00'");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "PRICE");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("450");
    assertThat(stories.form(transfers.taskOf(reference)).at("/price/value").asText())
        .contains("450");

    stories.decide(transfers.taskOf(reference), decision);

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
    String covered =
        transfers.elsewhere(
            "com", TransferStories.NO_MAIL + ", 'class': 'PREMIUM_COM_T', 'price': '450.00'");
    String dearer =
        transfers.elsewhere(
            "com", TransferStories.NO_MAIL + ", 'class': 'PREMIUM_COM_U', 'price': '450.01'");
    String accepted =
        ", 'authCode': 'secret1', 'acceptPrice': {'amount': '450.00', 'currency': 'EUR'}";

    stories.awaitWaitingFor(stories.placeTransfer(covered, accepted), "TRANSFER_AT_REGISTRY");
    stories.awaitWaitingFor(stories.placeTransfer(dearer, accepted), "PRICE");
  }

  @Test
  void asksAgainWhenThePriceRisesWhileSomebodyDecides() {
    String domain =
        transfers.elsewhere(
            "com", TransferStories.NO_MAIL + ", 'class': 'PREMIUM_COM_T', 'price': '450.00'");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "PRICE");
    String task = transfers.taskOf(reference);
    transfers.elsewhere(domain, TransferStories.NO_MAIL, "700.00");

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
    String domain =
        transfers.elsewhere(
            "com", TransferStories.NO_MAIL + ", 'class': 'PREMIUM_COM_T', 'price': '450.00'");
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'REFUSE', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "PRICE");
    stories.decide(transfers.taskOf(reference), "APPROVE");
    stories.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");
    transfers.elsewhere(domain, TransferStories.NO_MAIL, "700.00");
    stories.noFaults();

    stories.advance("PT30M");

    JsonNode asked = stories.awaitWaitingFor(reference, "PRICE");
    assertThat(asked.at("/waitingFor/what").asText()).contains("700");
    assertThat(asked.get("charged").asText()).isEqualTo("NO");
    assertThat(stories.ledger(domain)).isEmpty();
    stories.cancel(reference);
  }
}
