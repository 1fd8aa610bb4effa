package io.domainflow.process.registration;

import static io.domainflow.Registrations.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The registrar gives an unknown answer. A person who finds the step in Cockpit, or asks for the
 * order, reads what was sent, what was answered, whether money was spent, and what to do.
 */
@DomainflowTest
class BadDaysTest {

  /** Longer than a step is automatically retried. */
  private static final String TOO_LONG = "P5D";

  private final Registrations registrations;
  private final RuntimeService runtime;
  private final ExternalTaskService externalTasks;

  @Autowired
  BadDaysTest(@LocalServerPort int port, RuntimeService runtime, ExternalTaskService tasks) {
    this.registrations = new Registrations(port);
    this.runtime = runtime;
    this.externalTasks = tasks;
  }

  @AfterEach
  void putTheRegistrarBack() {
    registrations.registrarIsWellAgain();
  }

  @Test
  void anAnswerToThePurchaseThatCannotBeRead() {
    String domain = freshName("com");
    fault("AddDomain", "GARBAGE", 1, domain);
    fault("StatusDomain", "CODE_549", 1_000, domain);
    String reference = registrations.place(domain);

    JsonNode doubtful = registrations.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");
    assertThat(what(doubtful))
        .contains(
            "AddDomain for " + domain,
            "cannot be read (the answer does not start like one)",
            "Money may have been spent.",
            "It is tried again automatically.");

    registrations.advance(TOO_LONG);
    JsonNode stuck = registrations.awaitWaitingFor(reference, "TECHNICAL_PROBLEM");
    assertThat(stuck.at("/waitingFor/who").asText()).isEqualTo("OPERATOR");
    assertThat(stuck.get("charged").asText()).isEqualTo("UNKNOWN");
    assertThat(what(stuck))
        .as("what came back days ago is still told")
        .contains(
            "AddDomain for " + domain,
            "cannot be read (the answer does not start like one)",
            "Money may have been spent.",
            "Find out at the registrar whether it was carried out. Then retry this step in Cockpit")
        .doesNotContain("tried again automatically");
    assertThat(incident(reference)).isEqualTo(what(stuck));

    registrations.noFaults();
    retry(reference);
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.bought(domain)).hasSize(1);
  }

  @Test
  void anAnswerToThePurchaseWithACodeThatNobodyKnows() {
    String domain = freshName("com");
    fault("AddDomain", "CODE_599", 1, domain);
    fault("StatusDomain", "CODE_549", 1_000, domain);
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "OUTCOME_UNKNOWN");

    registrations.advance(TOO_LONG);
    JsonNode stuck = registrations.awaitWaitingFor(reference, "TECHNICAL_PROBLEM");
    assertThat(what(stuck))
        .contains(
            "AddDomain for " + domain,
            "the registrar answered 599 Unforeseen result, a code that is not documented",
            "Money may have been spent.",
            "Find out at the registrar whether it was carried out.");

    registrations.noFaults();
    retry(reference);
    registrations.awaitStatus(reference, "COMPLETED");
    assertThat(registrations.bought(domain)).hasSize(1);
  }

  @Test
  void anAnswerToAQuestionWithACodeThatNobodyKnows() {
    String domain = freshName("com");
    fault("CheckDomains", "CODE_599", 1_000, domain);
    String reference = registrations.place(domain);
    registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");

    registrations.advance(TOO_LONG);
    JsonNode stuck = registrations.awaitWaitingFor(reference, "TECHNICAL_PROBLEM");
    assertThat(what(stuck))
        .contains(
            "CheckDomains for " + domain,
            "599 Unforeseen result, a code that is not documented",
            "Nothing was done there. No money was spent.",
            "Ask the registrar why it answers so, then retry this step in Cockpit.");
    assertThat(incident(reference)).isEqualTo(what(stuck));
  }

  @Test
  void anAnswerThatCannotBeReadAfterThePurchase() {
    String domain = freshName("com");
    fault("StatusDomain", "GARBAGE", 1_000, domain);
    String reference = registrations.place(domain);

    // At CentralNic Reseller the next question is about the renewal mode.
    String asking = registrations.atCnr() ? "SetDomainRenewalMode" : "StatusDomain";
    JsonNode waiting = registrations.await(reference, order -> what(order).contains(asking));
    assertThat(waiting.at("/waitingFor/code").asText()).isEqualTo("REGISTRAR_UNREACHABLE");
    assertThat(what(waiting))
        .contains(
            asking + " for " + domain,
            registrations.atCnr()
                ? "could not be sent: unusable answer"
                : "cannot be read (the answer does not start like one)",
            registrations.atCnr() ? "Nothing was done there." : "It was only a query.",
            "The order has been paid for. It is tried again automatically.");
  }

  @Test
  void aNameThatIsInAnotherAccountWhenItIsReadBack() {
    String domain = freshName("com");
    fault("StatusDomain", "CODE_421", 1_000, domain);
    String reference = registrations.place(domain);
    registrations.await(
        reference,
        order -> what(order).contains("421") && order.get("charged").asText().equals("YES"));

    owner(domain, "OTHER_ACCOUNT");
    registrations.noFaults();
    registrations.advance("PT15M");

    JsonNode stuck = registrations.awaitWaitingFor(reference, "TECHNICAL_PROBLEM");
    assertThat(stuck.get("charged").asText()).isEqualTo("YES");
    assertThat(what(stuck))
        .contains(
            "StatusDomain for " + domain + " with 531 Authorization failed",
            domain
                + " was registered for this order, but account "
                + registrations.account()
                + " no longer has it.",
            "The order has been paid for.",
            "Find out at the registrar where it went.",
            "retry this step in Cockpit",
            "paid for twice");
    assertThat(incident(reference)).isEqualTo(what(stuck));
    assertThat(registrations.bought(domain)).hasSize(1);

    owner(domain, "OURS");
    retry(reference);
    registrations.awaitWaitingFor(reference, "REGISTERED_DIFFERENTLY");
  }

  /** The registrar may repeat what was sent; the engine keeps its history for half a year. */
  @Test
  void doesNotRevealPersonalDataThatTheRegistrarRepeats() {
    registrations.fault(
        "{'command': 'AddContact', 'fault': 'CODE_599', 'times': 1000, 'domain': '*',"
            + " 'description': 'what is ADA@example.net of Ada, Main Street 1?'}");
    String domain = freshName("com");
    String reference =
        registrations.placeChanged(
            domain, "", order -> order.replace("10115", "10" + Math.abs(domain.hashCode() % 999)));

    JsonNode waiting = registrations.awaitWaitingFor(reference, "REGISTRAR_UNREACHABLE");

    assertThat(what(waiting))
        .contains("AddContact", "599 Unforeseen result; what is … of …, …?")
        .doesNotContainIgnoringCase("ada")
        .doesNotContain("Main Street");
    assertThat(step(reference).getErrorMessage()).isEqualTo(what(waiting));
  }

  private static String what(JsonNode order) {
    return order.at("/waitingFor/what").asText();
  }

  private ExternalTask step(String reference) {
    return externalTasks
        .createExternalTaskQuery()
        .processInstanceIdIn(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .singleResult()
                .getId())
        .singleResult();
  }

  private String incident(String reference) {
    ExternalTask step = step(reference);
    String message =
        runtime
            .createIncidentQuery()
            .executionId(step.getExecutionId())
            .singleResult()
            .getIncidentMessage();
    assertThat(step.getErrorMessage()).isEqualTo(message);
    return step.getErrorMessage();
  }

  /** What an administrator does in Cockpit. */
  private void retry(String reference) {
    externalTasks.setRetries(step(reference).getId(), 3);
  }

  private void owner(String domain, String owner) {
    registrations.registry(
        "{'domain': '%s', 'owner': '%s', 'age': 'PT1H', 'expires': 'P365D'}"
            .formatted(domain, owner));
  }

  private void fault(String command, String fault, int times, String domain) {
    registrations.fault(
        "{'command': '%s', 'fault': '%s', 'times': %d, 'domain': '%s'}"
            .formatted(command, fault, times, domain));
  }
}
