package io.domainflow.process.transfer;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfers;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that an operator has to decide about a transfer that takes long. */
@Component
class ChaseTransferListener implements TaskListener {

  private final Orders orders;
  private final Transfers transfers;

  ChaseTransferListener(Orders orders, Transfers transfers) {
    this.orders = orders;
    this.transfers = transfers;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    Transfer transfer = transfers.get(order.id());
    TaskWaits.operator(
        orders,
        task,
        TransferWords.code(transfer),
        TransferWords.what(order, transfer)
            + "; it takes longer than usual, and an operator decides whether to go on waiting");
  }
}
