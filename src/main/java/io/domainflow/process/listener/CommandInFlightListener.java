package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.CancellationRefused;
import io.domainflow.process.ProcessOrders;
import io.domainflow.registrar.CommandJournal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Keeps an order from being cancelled while the registrar executes a command that is free but
 * cannot be undone, such as a deletion: otherwise the order would say that nothing was done,
 * although the name is gone.
 */
class CommandInFlightListener implements ExecutionListener {

  private final Orders orders;
  private final CommandJournal journal;

  CommandInFlightListener(Orders orders, CommandJournal journal) {
    this.orders = orders;
    this.journal = journal;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if (journal.isOpen(order.id())) {
      throw new CancellationRefused(
          "the registrar is being asked for the "
              + order.request().operation().words()
              + " of the name, or has not said yet whether it did it; try again when the order says"
              + " how that ended");
    }
  }
}
