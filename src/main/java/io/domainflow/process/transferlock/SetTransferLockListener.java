package io.domainflow.process.transferlock;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.TransferLocks;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskRow;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Begins a task for an order that is mostly completed, so that the order does not wait for it. */
@Component
class SetTransferLockListener implements TaskListener {

  private final Orders orders;
  private final TransferLocks locks;

  SetTransferLockListener(Orders orders, TransferLocks locks) {
    this.orders = orders;
    this.locks = locks;
  }

  @Override
  public void notify(DelegateTask task) {
    TaskWaits.forgetDecision(task);
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskRow.about(task, TransferLockFacts.lockText(locks.get(order.id())));
  }
}
