package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.ConsentSide;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.Waits;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * Implements the two tasks in which an approver confirms for a registrant. An approval is recorded
 * as a consent with the person, the time and the location of the proof; without proof, or by
 * somebody who took part in the order, it is refused.
 */
@Component
class RegistrantApproval {

  private final Orders orders;
  private final RegistrantChanges changes;
  private final ChangeConsents consents;
  private final ApprovalRules rules;
  private final AnswerWait wait;
  private final Clock clock;

  RegistrantApproval(
      Orders orders,
      RegistrantChanges changes,
      ChangeConsents consents,
      ApprovalRules rules,
      AnswerWait wait,
      Clock clock) {
    this.orders = orders;
    this.changes = changes;
    this.consents = consents;
    this.rules = rules;
    this.wait = wait;
    this.clock = clock;
  }

  /** The order waits for an approver. */
  static Waits waits(OpenTask task, ConsentSide side) {
    return task.waits(Who.APPROVER, Code.CONSENT, what(task.order(), side));
  }

  /** What the approver has to confirm. */
  static String what(ProvisioningOrder order, ConsentSide side) {
    return "an approver has to confirm, as the designated agent of the "
        + ChangeWords.side(side)
        + " registrant, the change of registrant of "
        + order.content().domain().unicode();
  }

  /** Why the person who looks at the form may not confirm; empty if they may. */
  Optional<String> refusalOfReader(ProvisioningOrder order) {
    return CurrentLogin.inTheEngine()
        .flatMap(login -> rules.refusal(order, login, CurrentLogin.groups()));
  }

  /** Carries out an approver's decision. */
  void decided(Decision decision, ConsentSide side) {
    ProvisioningOrder order = decision.order();
    decision.set(RegistrantConsentProcess.CONSENT_GIVEN, decision.is("APPROVE"));
    switch (String.valueOf(decision.answer())) {
      case "APPROVE" -> approve(decision, side);
      case "REFUSE" ->
          orders.recordFailure(
              order.id(),
              ChangeFailures.consentRefused(
                  order, ChangeWords.side(side), decision.required("reason", "«Reason»")));
      case "ASK_BACK" -> {
        changes.asked(order.id(), decision.required("question", "«Question»"));
        decision.set(RegistrantConsentProcess.ANSWER_DUE_AT, wait.dueAt());
      }
      default -> throw new IllegalStateException(decision.answer() + " is no answer of the form");
    }
  }

  private void approve(Decision decision, ConsentSide side) {
    ProvisioningOrder order = decision.order();
    rules
        .refusal(order, decision.login(), decision.groups())
        .ifPresent(
            reason -> {
              throw new InvalidRequestException(Status.FORBIDDEN, reason);
            });
    consents.record(
        order,
        side,
        ConsentKind.CONSENT,
        "authorisation of the " + ChangeWords.side(side) + " registrant",
        decision.required("evidenceReference", "«Where is the proof?»"),
        clock.instant(),
        decision.login());
  }
}
