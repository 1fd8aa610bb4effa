package io.domainflow.process;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says what the order costs, and that somebody has to agree to it. */
@Component
class ApprovePriceListener implements TaskListener {

  private final Orders orders;

  ApprovePriceListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(orders, task, Code.PRICE, PriceWords.toAgreeTo(order));
  }
}
