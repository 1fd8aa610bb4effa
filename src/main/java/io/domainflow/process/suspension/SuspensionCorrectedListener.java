package io.domainflow.process.suspension;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes what was decided about a suspension, reactivation or cancellation that was refused. */
@Component
class SuspensionCorrectedListener implements ExecutionListener {

  private final Orders orders;

  SuspensionCorrectedListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if ("GIVE_UP".equals(execution.getVariable(OrderVariables.DECISION))) {
      orders.recordFailure(order.id(), SuspensionFailures.givenUp(order));
    }
    orders.refused(order.id(), null);
  }
}
