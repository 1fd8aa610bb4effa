package io.domainflow.process.changeofregistrant;

import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_BOTH;
import static io.domainflow.process.changeofregistrant.ChangeOrders.FROM_NEW;
import static io.domainflow.process.changeofregistrant.ChangeOrders.LOCK_AT_ONCE;
import static io.domainflow.process.changeofregistrant.ChangeOrders.WAIT_THEN_LOCK;
import static io.domainflow.process.changeofregistrant.ChangeStories.NEW_TASK;
import static io.domainflow.process.changeofregistrant.ChangeStories.PRIOR_TASK;
import static io.domainflow.process.changeofregistrant.ChangeStories.field;
import static io.domainflow.process.changeofregistrant.ChangeStories.proof;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.domainflow.Caller;
import io.domainflow.Caller.Answer;
import io.domainflow.DomainflowTest;
import io.domainflow.Registrations;
import io.domainflow.build.BuildSize;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The consents that a change of registrant requires, and who may give them for whom. {@link
 * FourEyesTest} covers that it takes two people, {@link ChangeByStandingAuthorizationTest} consents
 * that were given beforehand, {@link TransferLockOptOutTest} the opt-out of the lock.
 */
@DomainflowTest
class RegistrantConsentProcessTest {

  private final int port;
  private final RuntimeService runtime;
  private final ChangeStories changes;
  private final Registrations stories;

  @Autowired
  RegistrantConsentProcessTest(ProcessEngine engine, @LocalServerPort int port) {
    this.port = port;
    this.runtime = engine.getRuntimeService();
    this.changes = new ChangeStories(engine, port);
    this.stories = changes.told();
  }

  @AfterEach
  void restsOnRecords() {
    changes.end();
  }

  /** Variables written earlier do not decide whether anybody is asked. */
  @Test
  void asksForConsentsWhateverTheVariablesSay() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, ", 'registrantChangeMode': 'ASK'");
    JsonNode waiting = stories.awaitWaitingFor(reference, "CHOICE");
    runtime.setVariable(waiting.get("processInstanceId").asText(), "consentsNeeded", false);

    stories.decide(waiting.at("/waitingFor/taskId").asText(), "LOCK_AT_ONCE");

    changes.task(reference, NEW_TASK);
    assertThat(stories.ledger(domain)).isEmpty();
  }

  /** However the process reaches these steps. */
  @ParameterizedTest
  @ValueSource(strings = {"Task_RequestChange", "Task_UpdateRegistrant"})
  void sendsNothingThatNobodyHasAgreedTo(String step) {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE);
    String task = changes.task(reference, NEW_TASK);
    String process = stories.get(reference).get("processInstanceId").asText();

    runtime
        .createProcessInstanceModification(process)
        .cancelAllForActivity("CallActivity_NewConsent")
        .startBeforeActivity(step)
        .execute();

    changes.await(
        reference,
        order ->
            NEW_TASK.equals(changes.definitionKey(order.at("/waitingFor/taskId").asText("-")))
                && !order.at("/waitingFor/taskId").asText().equals(task));
    assertThat(stories.ledger(domain)).isEmpty();
  }

  @Test
  void appliesTheDecisionOfTheCaller() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, ", 'registrantChangeMode': 'ASK'" + FROM_BOTH);
    stories.awaitWaitingFor(reference, "CHOICE");

    assertThat(stories.input(reference, "{}").status()).isEqualTo(400);
    assertThat(stories.input(reference, "{'registrantChangeMode': 'ASK'}").status()).isEqualTo(400);
    Answer otherData =
        stories.input(
            reference,
            "{'registrantChangeMode': 'LOCK_AT_ONCE', 'registrant': {'firstName': 'Eve'}}");
    assertThat(otherData.status()).isEqualTo(400);
    assertThat(stories.input(reference, "{'registrantChangeMode': 'LOCK_AT_ONCE'}").status())
        .isEqualTo(200);

    stories.awaitStatus(reference, "COMPLETED");
  }

  @Test
  void takesNoApprovalAfterTheOrderWasCancelled() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    String task = changes.task(reference, PRIOR_TASK);
    assertThat(stories.cancel(reference).status()).isEqualTo(200);

    Answer late = changes.decide("approver", task, "APPROVE", proof());

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body().path("message").asText()).contains("no longer open");
    assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
    assertThat(changes.trades(domain)).isEmpty();
  }

  /** The change was cancelled because nobody answered. */
  @Test
  void takesNoConfirmationByTheAgentAfterTheTimeIsOver() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, WAIT_THEN_LOCK + FROM_NEW);
    stories.awaitWaitingFor(reference, "CONFIRMATION");
    stories.advance("P3DT1H");
    String task = changes.task(reference, "Task_ChaseConfirmation");
    stories.advance("P15D");
    stories.awaitStatus(reference, "FAILED");

    Answer late = changes.decide("operator", task, "SWITCH_TO_AGENT", proof());

    assertThat(late.body().path("message").asText()).contains("no longer open");
    assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
    assertThat(changes.trades(domain)).containsExactly("request");
  }

  /** Only one of the two happens, and nothing is left of the other. */
  @Test
  void decidesBetweenAnApprovalAndACancellationAtTheSameTime() {
    for (int i = 0; i < BuildSize.choose(3, 10, 30); i++) {
      String domain = changes.ours();
      String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
      String task = changes.task(reference, PRIOR_TASK);

      CompletableFuture<Answer> approval =
          CompletableFuture.supplyAsync(() -> changes.decide("approver", task, "APPROVE", proof()));
      Answer cancelled = stories.cancel(reference);
      Answer approved = approval.join();

      JsonNode order = stories.await(reference, found -> !isOpen(found));
      assertThat(approved.body().path("message").asText())
          .as("in words for people")
          .doesNotContain("IllegalState", "is not being carried out");
      assertThat(approved.status()).isIn(204, 409);
      if (order.get("status").asText().equals("CANCELLED")) {
        assertThat(changes.trades(domain)).isEmpty();
        assertThat(cancelled.status()).isEqualTo(200);
      } else {
        assertThat(approved.status()).isEqualTo(204);
        assertThat(changes.consentStates(domain)).contains("PRIOR CONSENT VALID");
      }
      if (approved.status() != 204) {
        assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
      }
    }
  }

  @Test
  void doesNotStartAutomatically() {
    Answer started =
        new Caller(port, "admin")
            .post(
                "/engine-rest/process-definition/key/RegistrantConsentProcess/start",
                "{'businessKey': 'alone-1'}");

    assertThat(started.status()).isEqualTo(400);
    assertThat(started.body().get("message").asText()).contains("cannot be started alone");
  }

  @Test
  void requiresProof() {
    String domain = changes.ours();
    String reference = stories.placeChange(domain, LOCK_AT_ONCE + FROM_NEW);
    String task = changes.task(reference, PRIOR_TASK);

    Answer none = changes.decide("approver", task, "APPROVE", "");
    Answer blank = changes.decide("approver", task, "APPROVE", field("evidenceReference", " "));

    assertThat(none.status()).isEqualTo(400);
    assertThat(blank.status()).isEqualTo(400);
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consentStates(domain)).containsExactly("NEW CONSENT VALID");
  }

  /** The second account of the demonstration has nobody who attests that. */
  @Test
  void confirmsNothingForAnAccountWhoseAgentStatusIsNotAttested() {
    String domain = changes.ours(", 'account': 'test.user2'");
    String reference = ChangeStories.reference();
    Answer placed =
        stories.placeRaw(
            ("{'reference': '%s', 'operation': 'CHANGE_REGISTRANT', 'account': 'sandbox2',"
                    + " 'domain': '%s', 'registrant': {'firstName': 'Ada', 'lastName': 'Example',"
                    + " 'street': ['Main Street 1'], 'city': 'Berlin', 'postalCode': '10115',"
                    + " 'country': 'DE', 'phone': '+49.301234567', 'email': 'ada@example.net'}"
                    + "%s}")
                .formatted(reference, domain, LOCK_AT_ONCE + FROM_BOTH));
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(202);
    String task = changes.task(reference, NEW_TASK);
    assertThat(changes.form("approver", task).at("/agentStatus/value").asText())
        .contains("not attested");

    Answer refused = changes.decide("approver", task, "APPROVE", proof());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().get("message").asText()).contains("attest");
    assertThat(changes.trades(domain)).isEmpty();
    assertThat(changes.consents(domain)).isEmpty();
  }

  private static boolean isOpen(JsonNode order) {
    return List.of("IN_PROGRESS", "WAITING").contains(order.get("status").asText());
  }
}
