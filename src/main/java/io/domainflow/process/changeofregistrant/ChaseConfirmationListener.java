package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import io.domainflow.process.paperwork.PaperWait;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Names the task in which an operator may see to a change that waits; it goes on waiting. */
@Component
class ChaseConfirmationListener implements TaskListener {

  private final Orders orders;
  private final RegistrantChanges changes;
  private final PaperWait paper;

  ChaseConfirmationListener(Orders orders, RegistrantChanges changes, PaperWait paper) {
    this.orders = orders;
    this.changes = changes;
    this.paper = paper;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.waits(
        orders, task, paper.overdue(order, task).orElseGet(() -> underWay(order, task)));
  }

  private WaitingFor underWay(ProvisioningOrder order, DelegateTask task) {
    RegistrantChange change = changes.get(order.id());
    return new WaitingFor(
        ChangeWords.who(change),
        Code.CONFIRMATION,
        ChangeWords.waits(order, change),
        change.course().confirmBy(),
        task.getId());
  }
}
