package io.domainflow.process.changeofregistrant;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.Side;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange.Withdrawal;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * Takes what an operator decided about a change that waits for the prior registrant. To switch to
 * the designated agent needs what an approval needs: proof, and somebody who had no hand in the
 * order.
 */
@Component
class ConfirmationChasedListener implements ExecutionListener {

  private final HeldOrder held;
  private final RegistrantChanges changes;
  private final ChangeConsents consents;
  private final ApprovalRules rules;
  private final Clock clock;

  ConfirmationChasedListener(
      HeldOrder held,
      RegistrantChanges changes,
      ChangeConsents consents,
      ApprovalRules rules,
      Clock clock) {
    this.held = held;
    this.changes = changes;
    this.consents = consents;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = held.of(execution);
    String decision = (String) execution.getVariable(OrderVariables.DECISION);
    if (decision.equals("CANCEL")) {
      changes.preparedBy(order, CurrentLogin.acting());
      changes.withdrawn(order.id(), Withdrawal.CALLER);
    }
    if (decision.equals("SWITCH_TO_AGENT")) {
      switchToAgent(execution, order);
    }
  }

  private void switchToAgent(DelegateExecution execution, ProvisioningOrder order) {
    if (!changes.get(order.id()).terms().consentsNeeded()) {
      throw refused("The registry decides about this change; no agent can confirm it.");
    }
    String login = CurrentLogin.acting();
    rules
        .refusalOfSwitch(order, login, CurrentLogin.groups())
        .ifPresent(
            reason -> {
              throw refused(reason);
            });
    String evidence =
        execution.getVariable("evidenceReference") instanceof String text ? text.strip() : "";
    if (evidence.isEmpty()) {
      throw refused(
          "«Where is the proof?» must be filled in: the agent may confirm for the prior registrant"
              + " only with an authorisation. Nothing was sent.");
    }
    consents.record(
        order,
        Side.PRIOR,
        ConsentKind.CONSENT,
        "authorisation of the prior registrant",
        evidence,
        clock.instant(),
        login);
    changes.preparedBy(order, login);
    changes.chosen(order.id(), RegistrantChangeMode.LOCK_AT_ONCE);
    changes.withdrawn(order.id(), Withdrawal.AGENT);
  }

  private static InvalidRequestException refused(String message) {
    return new InvalidRequestException(Status.BAD_REQUEST, message);
  }
}
