package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.additionalfields.FieldContexts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Completes the order at a successful end event; the step before has recorded the result. */
@Component
class OrderCompletedListener implements ExecutionListener {

  private final Orders orders;
  private final FieldContexts contexts;

  OrderCompletedListener(Orders orders, FieldContexts contexts) {
    this.orders = orders;
    this.contexts = contexts;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if (order.outcome() == null) {
      throw new IllegalStateException(
          "the process may not end successfully here: no result has been recorded for the caller");
    }
    orders.complete(order.id(), contexts.of(order));
  }
}
