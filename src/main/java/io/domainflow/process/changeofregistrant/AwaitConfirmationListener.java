package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.paperwork.PaperWait;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says whom a running change waits for, unless an operator has been asked to see to it. */
@Component
class AwaitConfirmationListener implements ExecutionListener {

  private final Orders orders;
  private final RegistrantChanges changes;
  private final PaperWait paper;

  AwaitConfirmationListener(Orders orders, RegistrantChanges changes, PaperWait paper) {
    this.orders = orders;
    this.changes = changes;
    this.paper = paper;
  }

  @Override
  public void notify(DelegateExecution execution) {
    // Locked, because the order may be handed to an operator in this same moment.
    ProvisioningOrder order =
        orders.lock(ProcessOrders.of(execution.getProcessInstanceId(), orders).id());
    if (order.waitingFor() != null && order.waitingFor().taskId() != null) {
      return;
    }
    orders.waiting(order.id(), paper.waitingFor(order, execution).orElseGet(() -> underWay(order)));
  }

  private WaitingFor underWay(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    return new WaitingFor(
        ChangeWords.who(change),
        Code.CONFIRMATION,
        ChangeWords.waits(order, change),
        change.course().confirmBy(),
        null);
  }
}
