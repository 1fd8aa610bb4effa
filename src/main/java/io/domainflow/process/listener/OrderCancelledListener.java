package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Ends an order that was cancelled by its caller or a person. */
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
