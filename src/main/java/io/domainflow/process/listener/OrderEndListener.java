package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Cancels the order when its process ends without an end event of the model: somebody deleted the
 * instance in Cockpit.
 */
class OrderEndListener implements ExecutionListener {

  private final Orders orders;

  OrderEndListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      Cancellation.end(execution, orders);
    }
  }
}
