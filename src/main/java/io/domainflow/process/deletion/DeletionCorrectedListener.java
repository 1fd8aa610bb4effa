package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes what was decided about a deletion that could not go on. */
@Component
class DeletionCorrectedListener implements ExecutionListener {

  private final Orders orders;

  DeletionCorrectedListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if ("GIVE_UP".equals(execution.getVariable(OrderVariables.DECISION))) {
      orders.recordFailure(order.id(), DeletionFailures.givenUp(order));
    }
    orders.refused(order.id(), null);
  }
}
