package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Gives the policy's table the requested mode, the known opting out, and the first table's result
 * on whether consents are needed: all from the order, so that no earlier variable counts.
 */
@Component
class DecideTermsListener implements ExecutionListener {

  private final Orders orders;
  private final RegistrantChanges changes;
  private final OrderedChangeMode orderedMode;
  private final ChangeConsents consents;
  private final ChangeRoute route;

  DecideTermsListener(
      Orders orders,
      RegistrantChanges changes,
      OrderedChangeMode orderedMode,
      ChangeConsents consents,
      ChangeRoute route) {
    this.orders = orders;
    this.changes = changes;
    this.orderedMode = orderedMode;
    this.consents = consents;
    this.route = route;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    RegistrantChange change = changes.get(order.id());
    boolean update =
        execution
            .getCurrentActivityId()
            .equals(ChangeOfRegistrantProcess.TASK_DECIDE_TERMS_OF_UPDATE);
    execution.setVariables(route.facts(order.content(), change.beforeOrThrow()));
    ChangeOfRegistrantProcess.CONSENTS_NEEDED.set(
        execution, !update && route.needsConsents(order.content(), change.beforeOrThrow()));
    ChangeOfRegistrantProcess.OPT_OUT_POSSIBLE.set(
        execution, change.beforeOrThrow().optOutPossible());
    ChangeOfRegistrantProcess.OPT_OUT_RECORDED.set(execution, consents.hasOptedOut(order));
    ChangeOfRegistrantProcess.WISH.set(
        execution, orderedMode.of(order, change.chosenMode()).name());
  }
}
