package io.domainflow.process;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Fails the order; the step before has recorded why. */
@Component
class OrderFailedListener implements ExecutionListener {

  private final Orders orders;

  OrderFailedListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    orders.end(OrderVariables.orderId(execution), OrderStatus.FAILED);
  }
}
