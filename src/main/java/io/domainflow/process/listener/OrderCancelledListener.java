package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Ends the order that its caller or a person cancelled. */
@Component
class OrderCancelledListener implements ExecutionListener {

  private final Orders orders;

  OrderCancelledListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Cancellation.end(execution, orders);
  }
}
