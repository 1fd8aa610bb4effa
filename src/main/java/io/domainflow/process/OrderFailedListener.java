package io.domainflow.process;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
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
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if (order.failure() == null) {
      throw new IllegalStateException(
          "the process may not fail here: nobody has recorded a reason for the caller");
    }
    orders.fail(order.id());
  }
}
