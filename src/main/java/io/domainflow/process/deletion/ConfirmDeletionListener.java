package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that somebody has to confirm the deletion by repeating the name. */
@Component
class ConfirmDeletionListener implements TaskListener {

  private final Orders orders;

  ConfirmDeletionListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(orders, task, Code.DELETION_CONFIRMATION, what(order));
  }

  /** What is to be confirmed. */
  static String what(ProvisioningOrder order) {
    return order.request().domain().unicode()
        + " is to be deleted now; nothing is refunded. Nothing has been changed yet. Confirm it"
        + " by giving the name once more as «confirmDomain», or an operator decides";
  }
}
