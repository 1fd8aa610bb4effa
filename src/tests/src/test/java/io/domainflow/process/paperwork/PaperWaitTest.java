package io.domainflow.process.paperwork;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.FirstCases;
import io.domainflow.build.FirstReading;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Orders that wait for a signed form, with every possible end. */
@DomainflowTest
class PaperWaitTest {

  private static final String NO =
      ", 'additionalFields': {'X-NO-REGISTRANT-IDENTITY': 'N.PRI.12345678'}";
  private static final String NU =
      ", 'authCode': 'secret1', 'additionalFields': {'X-REGISTRANT-IDNUMBER': '123456-7890'}";
  private static final String SE = ", 'additionalFields': {'X-NICSE-IDNUMBER': '123456-7890'}";

  private static final String DECLARED =
      ", 'additionalFields': {'X-NO-REGISTRANT-IDENTITY': 'N.PRI.12345678',"
          + " 'X-NO-DECLARATION-VERSION': '2.0' %s}";
  private static final String PERSON_AND_TIME =
      ", 'X-NO-CONSENTING-PERSON-NAME': 'Ada Example',"
          + " 'X-NO-DECLARATION-TIMESTAMP': '2026-11-20T14:05:00Z'";

  private static final String SENT =
      "{'decision': {'value': 'SENT', 'type': 'String'},"
          + " 'note': {'value': 'by courier: DHL', 'type': 'String'}}";

  private final TaskService tasks;
  private final Registrations told;
  private final Caller analyst;

  @Autowired
  PaperWaitTest(ProcessEngine engine, @LocalServerPort int port) {
    this.tasks = engine.getTaskService();
    this.told = new Registrations(port);
    this.analyst = new Caller(port, "analyst");
  }

  @AfterEach
  void putTheRegistrarBack() {
    told.profile("A");
  }

  @ParameterizedTest
  @FirstReading
  @CsvSource({"A, REGISTER", "B, REGISTER", "A, TRANSFER", "B, TRANSFER", "A, CHANGE", "B, CHANGE"})
  void completesWhenTheFormHasArrived(String profile, Way way) {
    told.profile(profile);
    Story story = place(way);

    JsonNode waiting = told.awaitWaitingFor(story.reference, "SIGNED_FORM");

    assertThat(waiting.at("/waitingFor/who").asText()).isEqualTo("REGISTRANT");
    assertThat(waiting.at("/waitingFor/what").asText()).contains("signed by", story.domain);
    assertThat(waiting.at("/waitingFor/until").asText()).isNotEmpty();
    String task = awaitTask(story.reference);
    JsonNode form = told.form(task);
    assertThat(form.at("/form/value").asText()).contains("signed by");
    assertThat(form.at("/days/value").asText()).isEqualTo("14");

    assertThat(told.submit(task, SENT).status()).isEqualTo(204);

    assertThat(analyst.get("/api/v1/figures/decided-tasks").body().get("rows"))
        .filteredOn(row -> row.get("reference").asText().equals(story.reference))
        .extracting(row -> row.get("decision").asText())
        .as("the choice, not the note")
        .containsExactly("SENT");
    JsonNode sent =
        told.await(
            story.reference, order -> order.at("/waitingFor/who").asText().equals("REGISTRAR"));
    assertThat(sent.at("/waitingFor/code").asText()).isEqualTo("SIGNED_FORM");
    assertThat(sent.at("/waitingFor/what").asText()).contains("was sent on");
    told.happen(story.domain, "REGISTRY_GRANTS");
    told.advance("P1DT2H");

    JsonNode order = told.awaitStatus(story.reference, "COMPLETED");
    assertThat(order.at("/outcome/code").asText()).isEqualTo(way.outcome);
    assertThat(bought(story)).hasSize(1);
    assertThat(openTasks(order)).isZero();
  }

  @ParameterizedTest
  @FirstReading
  @CsvSource({"A, REGISTER", "B, REGISTER", "A, TRANSFER", "B, TRANSFER", "A, CHANGE", "B, CHANGE"})
  void endsWithTheRegistrysRefusalAndClosesTheTask(String profile, Way way) {
    told.profile(profile);
    Story story = place(way);
    told.awaitWaitingFor(story.reference, "SIGNED_FORM");
    awaitTask(story.reference);

    told.happen(story.domain, "REGISTRY_REFUSES");
    told.advance("P1DT2H");

    JsonNode order = told.awaitStatus(story.reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("REGISTRY_REJECTED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(openTasks(order)).isZero();
    assertThat(bought(story)).hasSize(1);
  }

  @Test
  void asksAnOperatorWhenTheFormDoesNotArriveAndKeepsWaiting() {
    Story story = place(Way.REGISTER, "P60D");
    told.awaitWaitingFor(story.reference, "SIGNED_FORM");
    String send = awaitTask(story.reference);

    told.advance("P14DT1H");

    JsonNode overdue = told.awaitWaitingFor(story.reference, "SIGNED_FORM_OVERDUE");
    assertThat(overdue.at("/waitingFor/who").asText()).isEqualTo("OPERATOR");
    assertThat(overdue.at("/waitingFor/what").asText()).contains("has not been sent");
    String chase = overdue.at("/waitingFor/taskId").asText();
    assertThat(chase).isNotEqualTo(send);

    // The form is sent while the operator is being asked: the task remains.
    assertThat(told.submit(send, SENT).status()).isEqualTo(204);
    JsonNode asked = told.awaitWaitingFor(story.reference, "SIGNED_FORM_OVERDUE");
    assertThat(asked.at("/waitingFor/taskId").asText()).isEqualTo(chase);

    assertThat(told.decide(chase, "KEEP_WAITING").status()).isEqualTo(204);
    JsonNode waits = told.awaitWaitingFor(story.reference, "SIGNED_FORM");
    assertThat(waits.at("/waitingFor/who").asText()).isEqualTo("REGISTRAR");
    assertAhead(waits);
    told.advance("P3DT1H");
    told.decide(awaitOverdue(story), "GIVE_UP");

    JsonNode order = told.awaitStatus(story.reference, "FAILED");
    assertThat(order.at("/failure/reason").asText()).isEqualTo("GIVEN_UP");
    assertThat(openTasks(order)).isZero();
    assertThat(bought(story)).hasSize(1);
  }

  /** No mail was sent, so that none is sent again either. */
  @Test
  void stillTakesAFormThatComesAfterTheDeadlineOfAChange() {
    Story story = place(Way.CHANGE, "P60D");
    told.awaitWaitingFor(story.reference, "SIGNED_FORM");

    told.advance("P15D");

    told.awaitWaitingFor(story.reference, "SIGNED_FORM_OVERDUE");
    assertThat(told.requests("domain=" + story.domain))
        .extracting(request -> request.get("command").asText())
        .contains("StatusDomainTrade")
        .doesNotContain("ResendDomainTransferConfirmationEmails");
    told.happen(story.domain, "REGISTRY_GRANTS");
    told.advance("P1DT2H");
    JsonNode order = told.awaitStatus(story.reference, "COMPLETED");
    assertThat(openTasks(order)).isZero();
    assertThat(bought(story)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRANSFER", "CHANGE"})
  void isWithdrawnAtTheRegistrarByAnOperatorOnceItIsOverdue(Way way) {
    Story story = place(way, "P60D");
    told.awaitWaitingFor(story.reference, "SIGNED_FORM");
    told.advance("P14DT2H");

    told.decide(awaitOverdue(story), "CANCEL");
    told.advance("P1DT2H");

    JsonNode order = told.awaitStatus(story.reference, "CANCELLED");
    assertThat(order.get("charged").asText()).isEqualTo("NO");
    assertThat(openTasks(order)).isZero();
  }

  @ParameterizedTest
  @FirstCases(1)
  @FirstReading
  @CsvSource({
    "A, TRANSFER, TransferDomain, P3DT2H",
    "A, CHANGE, TradeDomain, P1DT2H",
    "B, CHANGE, TradeDomain, P1DT2H"
  })
  void asksAgainWhenTheRegistrarDoesNotWithdrawIt(
      String profile, Way way, String command, String later) {
    told.profile(profile);
    Story story = place(way, "P60D");
    told.awaitWaitingFor(story.reference, "SIGNED_FORM");
    told.advance("P14DT2H");
    String chase = awaitOverdue(story);
    told.fault(
        "{'command': '%s', 'fault': 'CODE_552', 'times': 1, 'domain': '%s'}"
            .formatted(command, story.domain));

    told.decide(chase, "CANCEL");

    JsonNode waits = told.awaitWaitingFor(story.reference, "SIGNED_FORM");
    assertAhead(waits);
    told.advance(later);
    told.decide(awaitOverdue(story), "CANCEL");
    told.advance("P1DT2H");
    JsonNode order = told.awaitStatus(story.reference, "CANCELLED");
    assertThat(openTasks(order)).isZero();
  }

  @ParameterizedTest
  @FirstCases(1)
  @ValueSource(strings = {"TRANSFER", "CHANGE"})
  void canBeCancelledByItsCallerMeanwhile(Way way) {
    Story story = place(way);
    told.awaitWaitingFor(story.reference, "SIGNED_FORM");
    awaitTask(story.reference);

    assertThat(told.cancel(story.reference).status()).isEqualTo(200);
    told.advance("P1DT2H");

    JsonNode order = told.awaitStatus(story.reference, "CANCELLED");
    assertThat(openTasks(order)).isZero();
  }

  @Test
  void continuesAutomaticallyWhenNobodyTouchesTheTask() {
    Story story = place(Way.REGISTER);
    told.awaitWaitingFor(story.reference, "SIGNED_FORM");

    told.advance("P7DT2H");

    assertThat(openTasks(told.awaitStatus(story.reference, "COMPLETED"))).isZero();
  }

  /** The registrar's answer decides, not the content of the order. */
  @Test
  void requiresNoFormIfTheRegistrarDoesNotWaitForOne() {
    String whole = told.place(freshName("no"), DECLARED.formatted(PERSON_AND_TIME));
    String part = told.place(freshName("no"), DECLARED.formatted(""));
    String transfer = freshName("nu");
    told.registry("{'domain': '%s', 'owner': 'OTHER_REGISTRAR'}".formatted(transfer));
    told.fault(
        "{'command': 'TransferDomain', 'fault': 'CODE_200_AFTER', 'times': 1, 'domain': '%s'}"
            .formatted(transfer));
    String answeredDone = told.placeTransfer(transfer, NU);

    told.awaitStatus(whole, "COMPLETED");
    told.awaitWaitingFor(part, "SIGNED_FORM");
    assertThat(openTasks(told.awaitWaitingFor(answeredDone, "TRANSFER_AT_REGISTRY"))).isZero();
  }

  /**
   * The form is not the reason for a failure if none was awaited, or if somebody else has ended the
   * request.
   */
  @ParameterizedTest
  @FirstCases(1)
  @CsvSource({
    "the change was refused by the prior registrant, PRIOR_REGISTRANT_DECLINED",
    "the change was not confirmed in time, NOT_CONFIRMED_IN_TIME",
    "rejected by the registry, REGISTRY_REJECTED"
  })
  void blamesTheFormOnlyForWhatTheRegistryRefuses(String words, String reason) {
    String domain = freshName("se");
    told.registry(
        ("{'domain': '%s', 'owner': 'OURS', 'next': [{'command': 'TradeDomain', 'after': 'P3D',"
                + " 'outcome': 'FAILED', 'reason': '%s'}]}")
            .formatted(domain, words));
    String reference = told.placeChange(domain, SE);
    told.awaitWaitingFor(reference, "SIGNED_FORM");

    told.advance("P4DT2H");

    assertThat(told.awaitStatus(reference, "FAILED").at("/failure/reason").asText())
        .isEqualTo(reason);
  }

  private enum Way {
    REGISTER("no", "AddDomain", "REGISTERED"),
    TRANSFER("nu", "TransferDomain", "TRANSFERRED"),
    CHANGE("se", "TradeDomain", "REGISTRANT_CHANGED");

    private final String tld;
    private final String command;
    private final String outcome;

    Way(String tld, String command, String outcome) {
      this.tld = tld;
      this.command = command;
      this.outcome = outcome;
    }
  }

  private record Story(String domain, String reference, Way way) {}

  private Story place(Way way) {
    return place(way, "");
  }

  /** Places an order; the registry decides after this time, unless it is empty. */
  private Story place(Way way, String after) {
    String domain = freshName(way.tld);
    String next =
        after.isEmpty()
            ? ""
            : ", 'next': [{'command': '%s', 'after': '%s', 'outcome': 'SUCCESSFUL'}]"
                .formatted(way.command, after);
    String owner =
        switch (way) {
          case REGISTER -> "FREE";
          case TRANSFER -> "OTHER_REGISTRAR";
          case CHANGE -> "OURS";
        };
    told.registry("{'domain': '%s', 'owner': '%s' %s}".formatted(domain, owner, next));
    String reference =
        switch (way) {
          case REGISTER -> told.place(domain, NO);
          case TRANSFER -> told.placeTransfer(domain, NU);
          case CHANGE -> told.placeChange(domain, SE);
        };
    return new Story(domain, reference, way);
  }

  private String awaitTask(String reference) {
    return told.await(reference, order -> order.at("/waitingFor/taskId").isTextual())
        .at("/waitingFor/taskId")
        .asText();
  }

  private String awaitOverdue(Story story) {
    JsonNode waits = told.awaitWaitingFor(story.reference, "SIGNED_FORM_OVERDUE");
    assertAhead(waits);
    return waits.at("/waitingFor/taskId").asText();
  }

  private void assertAhead(JsonNode order) {
    assertThat(Instant.parse(order.at("/waitingFor/until").asText()))
        .isAfter(Instant.parse(told.now()));
  }

  private long openTasks(JsonNode order) {
    return tasks
        .createTaskQuery()
        .processInstanceId(order.get("processInstanceId").asText())
        .count();
  }

  private List<JsonNode> bought(Story story) {
    return told.ledger(story.domain).stream()
        .filter(entry -> entry.get("command").asText().equals(story.way.command))
        .toList();
  }
}
