package io.domainflow.process.transfer;

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
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A transfer that cannot continue rests, and continues after its rest, or earlier if told. */
@DomainflowTest
class DomainTransferRestTest {

  private final Registrations stories;
  private final TransferStories transfers;

  @Autowired
  DomainTransferRestTest(ProcessEngine engine, @LocalServerPort int port) {
    this.stories = new Registrations(port);
    this.transfers = new TransferStories(engine, port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @Test
  void restsUntilADateUnlessTheCallerContinuesEarlier() {
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL + ", 'age': 'P55D'");
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
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL + ", 'transferLock': true");
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    stories.awaitWaitingFor(reference, "TRANSFER_LOCKED");
    String first = transfers.taskOf(reference);

    waitUntil(first, Instant.parse(stories.now()).plus(Duration.ofHours(3)).toString());
    stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    stories.advance("PT4H");

    assertThat(transfers.taskOf(reference)).isNotEqualTo(first);
    assertThat(stories.ledger(domain)).isEmpty();
    assertThat(stories.cancel(reference).status()).isEqualTo(200);
    assertThat(stories.awaitStatus(reference, "CANCELLED").get("charged").asText()).isEqualTo("NO");
  }

  @BothReadings
  void asksWhatToDoWhenTheRequestIsRefused(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL);
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_541', 'times': 1, 'domain': '%s'}"
            .formatted(domain));

    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");

    JsonNode waiting = stories.awaitWaitingFor(reference, "REGISTRAR_REFUSED");
    assertThat(waiting.get("charged").asText()).isEqualTo("NO");
    stories.decide(transfers.taskOf(reference), "RETRY");
    stories.awaitWaitingFor(reference, "TRANSFER_AT_REGISTRY");
    assertThat(transfers.commands(domain)).containsExactly("TransferDomain");
  }

  /** A problem that only the request finds would be found again. */
  @BothReadings
  void sendsNothingAgainWhileARefusedRequestRests(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL);
    String begun = stories.now();
    stories.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_531', 'times': 1, 'domain': '%s'}"
            .formatted(domain));
    String reference = stories.placeTransfer(domain, ", 'authCode': 'secret1'");
    String task = transfers.taskOf(reference);

    waitUntil(task, Instant.parse(stories.now()).plus(Duration.ofDays(3)).toString());
    JsonNode resting = stories.await(reference, order -> order.at("/waitingFor/taskId").isNull());
    stories.advance("P1D");

    assertThat(transfers.passed(resting))
        .as("has looked meanwhile")
        .contains("EndEvent_NotRepairedYet");
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

  private Answer waitUntil(String task, String until) {
    return stories.submit(
        task,
        "{'decision': {'value': 'WAIT', 'type': 'String'},"
            + " 'until': {'value': '%s', 'type': 'String'}}".formatted(until));
  }
}
