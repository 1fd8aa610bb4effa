package io.domainflow.process.transfer;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BothReadings;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A transfer asks for a missing or wrong auth code, and sends the right one exactly as given. */
@DomainflowTest
class DomainTransferAuthCodeTest {

  private final HistoryService history;
  private final Registrations stories;
  private final TransferStories transfers;

  @Autowired
  DomainTransferAuthCodeTest(ProcessEngine engine, @LocalServerPort int port) {
    this.history = engine.getHistoryService();
    this.stories = new Registrations(port);
    this.transfers = new TransferStories(engine, port);
  }

  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @BothReadings
  void takesTheRightCodeFromItsCaller(String profile) {
    stories.profile(profile);
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL);
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
    String domain = transfers.elsewhere("com", TransferStories.NO_MAIL);
    String reference = stories.placeTransfer(domain, "");
    JsonNode waiting = stories.awaitWaitingFor(reference, "AUTH_CODE_MISSING");
    String task = waiting.at("/waitingFor/taskId").asText();
    assertThat(stories.form(task).at("/authCodeGiven/value").asText()).isEqualTo("none yet");

    assertThat(stories.form(task).at("/authCodeNeeded/value").asBoolean()).isTrue();

    Answer without = stories.decide(task, "RETRY");
    Answer bad =
        stories.submit(
            task,
            "{'decision': {'value': 'RETRY', 'type': 'String'},"
                + " 'neededAuthCode': {'value': 'secret1', 'type': 'String'},"
                + " 'period': {'value': '77Y', 'type': 'String'}}");
    Answer good =
        stories.submit(
            task,
            "{'decision': {'value': 'RETRY', 'type': 'String'},"
                + " 'neededAuthCode': {'value': 'secret1', 'type': 'String'}}");

    assertThat(without.status()).isEqualTo(400);
    assertThat(without.body().get("message").asText())
        .contains("«New auth code» must be filled in for this decision. Nothing was sent.");
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
}
