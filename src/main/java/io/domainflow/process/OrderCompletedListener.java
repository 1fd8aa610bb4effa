package io.domainflow.process;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Completes the order at a good end. */
@Component
class OrderCompletedListener implements ExecutionListener {

  private final Orders orders;

  OrderCompletedListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    orders.end(
        ProcessOrders.of(execution.getProcessInstanceId(), orders).id(), OrderStatus.COMPLETED);
  }
}
