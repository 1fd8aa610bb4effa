package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records that the registrar does not change registrants in this zone. */
@Component
class ChangeElsewhereListener implements ExecutionListener {

  private final Orders orders;

  ChangeElsewhereListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    orders.recordFailure(order.id(), ChangeFailures.elsewhere(order));
  }
}
