package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.Side;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * Takes what an approver decided. An approval is recorded as a consent with the person, the time
 * and where the proof is; without proof, or by somebody who had a hand in the order, it is refused.
 */
@Component
class ConsentDecidedListener implements ExecutionListener {

  private final HeldOrder held;
  private final Orders orders;
  private final RegistrantChanges changes;
  private final ChangeConsents consents;
  private final ApprovalRules rules;
  private final ChangeProperties properties;
  private final Clock clock;

  ConsentDecidedListener(
      HeldOrder held,
      Orders orders,
      RegistrantChanges changes,
      ChangeConsents consents,
      ApprovalRules rules,
      ChangeProperties properties,
      Clock clock) {
    this.held = held;
    this.orders = orders;
    this.changes = changes;
    this.consents = consents;
    this.rules = rules;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = held.of(execution);
    Side side = Sides.of(execution.getCurrentActivityId());
    switch ((String) execution.getVariable(OrderVariables.DECISION)) {
      case "APPROVE" -> approve(execution, order, side);
      case "REFUSE" ->
          orders.recordFailure(
              order.id(),
              ChangeFailures.consentRefused(
                  order, ChangeWords.side(side), required(execution, "reason", "«Reason»")));
      default -> {
        changes.asked(order.id(), required(execution, "question", "«Question»"));
        execution.setVariable(
            ChangeOfRegistrantProcess.ANSWER_DUE_AT,
            Date.from(clock.instant().plus(properties.answerWithin())));
      }
    }
  }

  private void approve(DelegateExecution execution, ProvisioningOrder order, Side side) {
    String login = CurrentLogin.acting();
    rules
        .refusal(order, login, CurrentLogin.groups())
        .ifPresent(
            reason -> {
              throw new InvalidRequestException(Status.FORBIDDEN, reason);
            });
    consents.record(
        order,
        side,
        ConsentKind.CONSENT,
        "authorisation of the " + ChangeWords.side(side) + " registrant",
        required(execution, "evidenceReference", "«Where is the proof?»"),
        clock.instant(),
        login);
  }

  private static String required(DelegateExecution execution, String variable, String label) {
    if (execution.getVariable(variable) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw new InvalidRequestException(
        Status.BAD_REQUEST, label + " must be filled in for this decision. Nothing was sent.");
  }
}
