package io.domainflow.process.changeofregistrant;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.Side;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.EnteredTime;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.PlainTime;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * Takes what was chosen between the lock and the wait. A change without a lock needs a record of
 * the prior registrant's opting out that is older than the order; the task can name one.
 */
@Component
class LockOrWaitChosenListener implements ExecutionListener {

  private static final String EVIDENCE = "optOutReference";
  private static final String GIVEN_AT = "optOutGivenAt";

  private final HeldOrder held;
  private final RegistrantChanges changes;
  private final ChangeConsents consents;
  private final ApprovalRules rules;

  LockOrWaitChosenListener(
      HeldOrder held, RegistrantChanges changes, ChangeConsents consents, ApprovalRules rules) {
    this.held = held;
    this.changes = changes;
    this.consents = consents;
    this.rules = rules;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = held.of(execution);
    String decision = (String) execution.getVariable(OrderVariables.DECISION);
    if (decision.equals("GIVE_UP")) {
      return;
    }
    RegistrantChangeMode mode = RegistrantChangeMode.valueOf(decision);
    if (mode == RegistrantChangeMode.WAIT_WITHOUT_LOCK) {
      checkOptOut(execution, order);
    }
    changes.chosen(order.id(), mode);
  }

  private void checkOptOut(DelegateExecution execution, ProvisioningOrder order) {
    if (!changes.get(order.id()).before().optOutPossible()) {
      throw refused(
          "Waiting without a lock is not possible: the registry (AFNIC) does not let the lock be"
              + " opted out of. Choose another way.");
    }
    if (consents.hasOptedOut(order)) {
      return;
    }
    String evidence = text(execution, EVIDENCE);
    if (evidence.isEmpty()) {
      throw refused(
          "Waiting without a lock needs a record of the prior registrant's opting out: fill in"
              + " «Where is the opting out recorded?» and «Opted out on». Without one choose another"
              + " way.");
    }
    Instant givenAt = instant(execution.getVariable(GIVEN_AT));
    if (!givenAt.isBefore(order.createdAt())) {
      throw refused(
          "«Opted out on» must be older than the order, which was placed on "
              + PlainTime.of(order.createdAt())
              + ": by ICANN's policy it counts only if it was chosen before the request.");
    }
    String login = CurrentLogin.acting();
    rules
        .refusalOfOrderer(order, login)
        .ifPresent(
            reason -> {
              throw refused(reason);
            });
    consents.record(
        order,
        Side.PRIOR,
        ConsentKind.OPT_OUT,
        "statement of the prior registrant",
        evidence,
        givenAt,
        login);
  }

  private static String text(DelegateExecution execution, String variable) {
    return execution.getVariable(variable) instanceof String text ? text.strip() : "";
  }

  private static Instant instant(Object given) {
    try {
      return EnteredTime.of(given instanceof String text ? text.strip() : given);
    } catch (DateTimeException e) {
      throw refused(
          "«Opted out on» must be a date such as 2026-03-01, or a time such as"
              + " 2026-03-01T10:00:00Z");
    }
  }

  private static InvalidRequestException refused(String message) {
    return new InvalidRequestException(Status.BAD_REQUEST, message);
  }
}
