package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import io.domainflow.registrar.CommandJournal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Ends the order when its process ends without an end event of the model: somebody deleted the
 * instance in Cockpit.
 */
class OrderEndListener implements ExecutionListener {

  private final Orders orders;
  private final CommandJournal journal;

  OrderEndListener(Orders orders, CommandJournal journal) {
    this.orders = orders;
    this.journal = journal;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      Cancellation.deleted(execution, orders, journal);
    }
  }
}
