package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import io.domainflow.registrar.CommandJournal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Ends an order that was cancelled by its caller or a person. */
@Component
class OrderCancelledListener implements ExecutionListener {

  private final Orders orders;
  private final CommandJournal journal;

  OrderCancelledListener(Orders orders, CommandJournal journal) {
    this.orders = orders;
    this.journal = journal;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Cancellation.cancel(execution, orders, journal);
  }
}
