package io.domainflow.process.changeofregistrant;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The stories of ChangeOfRegistrantProcess.bpmn, told as callers, approvers and operators live
 * them.
 */
@DomainflowTest
class ChangeOfRegistrantProcessTest {

  private static final String FROM_BOTH =
      "'consents': [{'side': 'NEW', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 1'},"
          + " {'side': 'PRIOR', 'basis': 'agreement', 'textVersion': '3',"
          + " 'givenAt': '2026-01-02T10:00:00Z', 'evidence': 'ticket 2', 'optOutOfLock': true}]";

  private final HistoryService history;
  private final Registrations stories;

  @Autowired
  ChangeOfRegistrantProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.history = engine.getHistoryService();
    this.stories = new Registrations(port);
  }

  @BeforeEach
  @AfterEach
  void putTheRegistrarBack() {
    stories.noFaults();
    stories.profile("A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void changesAtOnceAndWaitsForTheEndOfTheLock(String profile) {
    stories.profile(profile);
    String domain = ours("");

    String reference =
        stories.placeChange(domain, ", 'registrantChangeMode': 'LOCK_AT_ONCE', " + FROM_BOTH);

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo("REGISTRANT_CHANGED");
    assertThat(order.at("/outcome/lockedUntil").asText()).isNotEmpty();
    JsonNode trade = trade(domain);
    assertThat(trade.at("/parameters/X-CONFIRM-DA-NEW-REGISTRANT").asText()).isEqualTo("1");
    assertThat(trade.at("/parameters/X-CONFIRM-DA-OLD-REGISTRANT").asText()).isEqualTo("1");
    assertThat(trade.at("/parameters/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText()).isNotEqualTo("1");
    assertThat(kindsOfMail(domain)).contains("CHANGE_ORDERED", "REGISTRANT_CHANGED");
    assertThat(passed(order)).contains("CallActivity_TransferLock");
    stories.advance("P61D");
    assertThat(passed(order)).endsWith("EndEvent_ChangeDone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void waitsForThePriorRegistrantWhoConfirms(String profile) {
    stories.profile(profile);
    String domain = ours("");
    String reference =
        stories.placeChange(domain, ", 'registrantChangeMode': 'WAIT_WITHOUT_LOCK', " + FROM_BOTH);
    JsonNode waiting = stories.awaitWaitingFor(reference, "CONFIRMATION");
    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("PRIOR_REGISTRANT");
    JsonNode trade = trade(domain);
    assertThat(trade.at("/parameters/X-REQUEST-OPT-OUT-TRANSFERLOCK").asText()).isEqualTo("1");

    stories.advance("P4D");
    stories.follow(lastTradeMail(domain), "confirm");
    stories.advance("P1D");

    JsonNode order = stories.awaitStatus(reference, "COMPLETED");
    assertThat(order.at("/outcome/lockedUntil").isNull()).isTrue();
    assertThat(passed(order)).endsWith("EndEvent_ChangeDone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void tellsThatThePriorRegistrantSaidNo(String profile) {
    stories.profile(profile);
    String domain = ours("");
    String reference =
        stories.placeChange(domain, ", 'registrantChangeMode': 'WAIT_THEN_LOCK', " + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");

    stories.advance("P4D");
    stories.follow(lastTradeMail(domain), "refuse");
    stories.advance("P1D");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("PRIOR_REGISTRANT_DECLINED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(kindsOfMail(domain)).contains("REGISTRANT_NOT_CHANGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "B"})
  void lapsesAfterFourteenDays(String profile) {
    stories.profile(profile);
    String domain = ours("");
    String reference =
        stories.placeChange(domain, ", 'registrantChangeMode': 'WAIT_THEN_LOCK', " + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CONFIRMATION");

    stories.advance("P17D");

    JsonNode order = stories.awaitStatus(reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("NOT_CONFIRMED_IN_TIME");
    assertThat(kindsOfMail(domain)).contains("REGISTRANT_NOT_CHANGED");
  }

  /** A name in the account, of a zone that follows ICANN's policy. */
  private String ours(String more) {
    String domain = freshName("com");
    stories.registry(
        "{'domain': '%s', 'owner': 'OURS', 'expires': 'P700D', 'zone': {'registrantChangeBy': 'ICANN-TRADE'} %s}"
            .formatted(domain, more));
    return domain;
  }

  private JsonNode trade(String domain) {
    return stories.ledger(domain).stream()
        .filter(entry -> entry.get("command").asText().equals("TradeDomain"))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private JsonNode lastTradeMail(String domain) {
    return stories.mails(domain).stream()
        .filter(mail -> mail.get("kind").asText().equals("TRADE_CONFIRMATION"))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private List<String> kindsOfMail(String domain) {
    return stories.mails(domain).stream().map(mail -> mail.get("kind").asText()).toList();
  }

  private List<String> passed(JsonNode order) {
    return new ArrayList<>(
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(order.get("processInstanceId").asText())
            .orderPartiallyByOccurrence()
            .asc()
            .list()
            .stream()
            .map(HistoricActivityInstance::getActivityId)
            .toList());
  }
}
