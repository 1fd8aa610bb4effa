package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.intake.CancellationRefused;
import io.domainflow.process.ProcessOrders;
import io.domainflow.registrar.CommandJournal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Keeps an order from being cancelled while the registrar is being asked to delete its name: it
 * would say that nothing was done, and the name would be gone.
 */
@Component
class CancelDeletionListener implements ExecutionListener {

  private final Orders orders;
  private final CommandJournal journal;

  CancelDeletionListener(Orders orders, CommandJournal journal) {
    this.orders = orders;
    this.journal = journal;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (journal.isOpen(ProcessOrders.of(execution.getProcessInstanceId(), orders).id())) {
      throw new CancellationRefused(
          "the registrar is being asked for the deletion of the name, or has not said yet whether"
              + " it did it; try again when the order says how that ended");
    }
  }
}
