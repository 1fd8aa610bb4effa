package io.domainflow.process.transfer;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.ProcessOrders;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks whether a transfer takes longer than it should; its phase may have changed meanwhile. */
@Component
class CheckDeadlineDelegate implements JavaDelegate {

  private final Orders orders;
  private final Transfers transfers;
  private final TransferWait wait;
  private final Clock clock;

  CheckDeadlineDelegate(Orders orders, Transfers transfers, TransferWait wait, Clock clock) {
    this.orders = orders;
    this.transfers = transfers;
    this.wait = wait;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    Instant overdueAt = wait.overdueAt(order, transfers.get(order.id()));
    boolean overdue = !overdueAt.isAfter(clock.instant());
    DomainTransferProcess.OVERDUE.set(execution, overdue);
    if (!overdue) {
      DomainTransferProcess.REMIND_AT.set(execution, overdueAt);
    }
  }
}
