package io.domainflow.process.transfer;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfers;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import io.domainflow.process.paperwork.PaperWait;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that an operator has to decide about a transfer that takes long. */
@Component
class ChaseTransferListener implements TaskListener {

  private final Orders orders;
  private final Transfers transfers;
  private final PaperWait paper;

  ChaseTransferListener(Orders orders, Transfers transfers, PaperWait paper) {
    this.orders = orders;
    this.transfers = transfers;
    this.paper = paper;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    paper
        .overdue(order, task)
        .ifPresentOrElse(
            waits -> TaskWaits.waits(orders, task, waits), () -> takesLong(order, task));
  }

  private void takesLong(ProvisioningOrder order, DelegateTask task) {
    Transfer transfer = transfers.get(order.id());
    TaskWaits.operator(
        orders,
        task,
        TransferWords.code(transfer),
        TransferWords.what(order, transfer)
            + "; it takes longer than usual, and an operator decides whether to go on waiting");
  }
}
