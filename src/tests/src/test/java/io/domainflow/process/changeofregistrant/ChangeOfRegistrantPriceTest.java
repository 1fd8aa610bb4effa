package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.proofFrom;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
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
 * The price of a change of registrant is agreed to before the change is sent, and again if it
 * rises.
 */
@DomainflowTest
@TestMethodOrder(OrderAnnotation.class)
class ChangeOfRegistrantPriceTest {

  static final ShownParts PARTS =
      ShownParts.of("Task_ApproveTradePrice", "Gateway_PriceApproved", "EndEvent_PriceRejected");

  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantPriceTest(ProcessEngine engine, @LocalServerPort int port) {
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords(TestInfo story) {
    PARTS.told(story);
    changes.end();
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
  @Order(Integer.MAX_VALUE)
  void showsItsPartsOfTheModel(TestInfo test) {
    PARTS.areReached(test, changes);
  }
}
