package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange.Terms;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.Decided;
import io.domainflow.process.ProcessOrders;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Stores the terms from the policy's table, and records the opting out that they rely on. */
@Component
class TermsDecidedListener implements ExecutionListener {

  private final Orders orders;
  private final RegistrantChanges changes;
  private final ChangeConsents consents;

  TermsDecidedListener(Orders orders, RegistrantChanges changes, ChangeConsents consents) {
    this.orders = orders;
    this.changes = changes;
    this.consents = consents;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    Map<String, Object> decided = Decided.in(execution);
    boolean choiceToMake = Decided.flag(decided, ChangeOfRegistrantProcess.CHOICE_TO_MAKE.name());
    ChangeOfRegistrantProcess.CHOICE_TO_MAKE.set(execution, choiceToMake);
    ChangeOfRegistrantProcess.CHOICE_REASON.set(
        execution, ChangeOfRegistrantProcess.CHOICE_REASON.in(decided));
    if (choiceToMake) {
      return;
    }
    Terms terms =
        terms(
            decided,
            Objects.requireNonNull(
                ChangeOfRegistrantProcess.CONSENTS_NEEDED.of(execution),
                "set before the terms are decided"));
    changes.terms(order.id(), terms);
    if (terms.optOut()) {
      consents.recordOptOut(order);
    }
  }

  /** The terms from the outputs of the table. */
  static Terms terms(Map<String, Object> decided, boolean consentsNeeded) {
    return new Terms(
        consentsNeeded,
        Decided.flag(decided, "newConsentNeeded"),
        Decided.flag(decided, "priorConsentNeeded"),
        Decided.flag(decided, "optOut"),
        days(decided, "confirmationDays"),
        days(decided, "graceDays"),
        days(decided, "lockDays"),
        Arrays.stream(Decided.text(decided, "reminderDays").split(","))
            .map(Integer::valueOf)
            .toList());
  }

  private static int days(Map<String, Object> decided, String output) {
    return Decided.number(decided, output).intValue();
  }
}
