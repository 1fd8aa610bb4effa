package io.domainflow.process.changeofregistrant;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The prior registrant does not answer, and the designated agent confirms instead: the change is
 * cancelled and requested once again.
 */
@DomainflowTest
class AgentInsteadTest {

  private static final String WAITS =
      ", 'acceptPrice': {'amount': '25.00', 'currency': 'EUR'}, 'registrantChangeMode':"
          + " 'WAIT_THEN_LOCK', 'consents': [{'side': 'NEW', 'basis': 'agreement', 'textVersion':"
          + " '3', 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'}]";

  private static final String SWITCH =
      "{'decision': {'value': 'SWITCH_TO_AGENT'}, 'evidenceReference': {'value': 'ticket 77'}}";

  private final Registrations stories;

  @Autowired
  AgentInsteadTest(@LocalServerPort int port) {
    this.stories = new Registrations(port);
  }

  @BeforeEach
  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings
  void asksASecondTimeWithBothConfirmations(String profile) {
    stories.profile(profile);
    String domain = ours();
    String reference = waiting(domain);

    assertThat(stories.submit(chase(reference), SWITCH).status()).isEqualTo(204);

    assertIsChangedByTheSecondRequest(stories.awaitStatus(reference, "COMPLETED"), domain);
  }

  @BothReadings
  void looksInsteadOfAskingAThirdTimeWhenTheSecondAnswerIsLost(String profile) {
    stories.profile(profile);
    String domain = ours();
    String reference = waiting(domain);
    // The first call is the cancellation.
    fault("DELAY_1", domain);
    fault("TIMEOUT_AFTER", domain);

    assertThat(stories.submit(chase(reference), SWITCH).status()).isEqualTo(204);
    stories.advance("PT10M");

    assertIsChangedByTheSecondRequest(stories.awaitStatus(reference, "COMPLETED"), domain);
  }

  @BothReadings
  void confirmsForNobodyWhoHasRefusedMeanwhile(String profile) {
    stories.profile(profile);
    String domain = ours();
    String reference = waiting(domain);
    JsonNode mail =
        stories.mails(domain).stream()
            .filter(sent -> sent.get("kind").asText().equals("TRADE_CONFIRMATION"))
            .findFirst()
            .orElseThrow();
    String task = chase(reference);
    stories.follow(mail, "refuse");

    // The order has not been checked since, so its operator does not know that.
    assertThat(stories.submit(task, SWITCH).status()).isEqualTo(204);

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("PRIOR_REGISTRANT_DECLINED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(actions(domain)).containsExactly("REQUEST");
  }

  /** Who cancels wants no change, whatever was decided before. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void buysNothingAgainWhenTheOrderIsCancelledLater(boolean byOperator) {
    String domain = ours();
    String reference = waiting(domain);
    fault("CODE_552", domain);
    assertThat(stories.submit(chase(reference), SWITCH).status()).isEqualTo(204);
    stories.advance("P1DT1H");

    Answer cancelled =
        byOperator ? stories.decide(chase(reference), "CANCEL") : stories.cancel(reference);

    assertThat(cancelled.status()).isBetween(200, 204);
    assertIsCancelled(stories.awaitStatus(reference, "CANCELLED"), domain);
  }

  @Test
  void buysNothingAgainWhenTheOrderIsCancelledBeforeTheFirstChangeIsWithdrawn() {
    String domain = ours();
    String reference = waiting(domain);
    stories.fault(
        "{'command': 'TradeDomain', 'fault': 'RESET_BEFORE', 'times': 1000, 'domain': '%s'}"
            .formatted(domain));
    assertThat(stories.submit(chase(reference), SWITCH).status()).isEqualTo(204);
    stories.await(reference, order -> order.at("/trouble/tries").asInt() > 0);

    assertThat(stories.cancel(reference).status()).isEqualTo(200);
    stories.noFaults();
    stories.advance("PT6H");

    assertIsCancelled(stories.awaitStatus(reference, "CANCELLED"), domain);
  }

  private void assertIsCancelled(JsonNode order, String domain) {
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(actions(domain)).containsExactly("REQUEST", "CANCEL");
  }

  private void assertIsChangedByTheSecondRequest(JsonNode order, String domain) {
    assertThat(order.get("charged").asText()).isEqualTo("YES");
    assertThat(order.at("/outcome/lockedUntil").asText()).isNotEmpty();
    assertThat(actions(domain)).containsExactly("REQUEST", "CANCEL", "REQUEST");
    JsonNode second = trades(domain).get(2);
    assertThat(second.at("/parameters/X-CONFIRM-DA-NEW-REGISTRANT").asText()).isEqualTo("1");
    assertThat(second.at("/parameters/X-CONFIRM-DA-OLD-REGISTRANT").asText()).isEqualTo("1");
    assertThat(stories.ledger(domain))
        .extracting(entry -> entry.get("charged").asText())
        .filteredOn(charged -> !charged.equals("0.00"))
        .containsExactly("25.00", "-25.00", "25.00");
  }

  private String ours() {
    String domain = freshName("com");
    stories.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D',"
                + " 'zone': {'registrantChangeBy': 'ICANN-TRADE', 'tradePrice': '25.00'}}")
            .formatted(domain));
    return domain;
  }

  /** An order whose change waits for the prior registrant longer than until the first reminder. */
  private String waiting(String domain) {
    String reference = stories.placeChange(domain, WAITS);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    return reference;
  }

  private String chase(String reference) {
    Answer tasks =
        stories
            .operator()
            .get(
                "/engine-rest/task?taskDefinitionKey=Task_ChaseConfirmation&processInstanceBusinessKey="
                    + reference);
    return tasks.body().at("/0/id").asText();
  }

  private void fault(String fault, String domain) {
    stories.fault(
        "{'command': 'TradeDomain', 'fault': '%s', 'times': 1, 'domain': '%s'}"
            .formatted(fault, domain));
  }

  private List<String> actions(String domain) {
    return trades(domain).stream()
        .map(trade -> trade.at("/parameters/ACTION").asText("REQUEST"))
        .toList();
  }

  private List<JsonNode> trades(String domain) {
    return stories.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("TradeDomain"))
        .filter(entry -> !entry.get("charged").asText().startsWith("-"))
        .toList();
  }
}
