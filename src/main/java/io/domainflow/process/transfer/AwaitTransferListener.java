package io.domainflow.process.transfer;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfer.Phase;
import io.domainflow.order.Transfers;
import io.domainflow.order.WaitingFor;
import io.domainflow.process.Await;
import io.domainflow.process.paperwork.PaperWait;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says whom a running transfer waits for, unless an operator has been asked to decide. */
@Component
class AwaitTransferListener extends Await {

  private final Transfers transfers;
  private final TransferWait wait;
  private final PaperWait paper;

  AwaitTransferListener(Orders orders, Transfers transfers, TransferWait wait, PaperWait paper) {
    super(orders);
    this.transfers = transfers;
    this.wait = wait;
    this.paper = paper;
  }

  @Override
  protected WaitingFor waits(ProvisioningOrder order, DelegateExecution execution) {
    return paper.waitingFor(order, execution).orElseGet(() -> underWay(order));
  }

  private WaitingFor underWay(ProvisioningOrder order) {
    Transfer transfer = transfers.get(order.id());
    return new WaitingFor(
        TransferWords.who(transfer),
        TransferWords.code(transfer),
        TransferWords.what(order, transfer),
        transfer.phase() == Phase.AT_REGISTRY
            ? transfer.phaseEndsAt()
            : wait.overdueAt(order, transfer),
        null);
  }
}
