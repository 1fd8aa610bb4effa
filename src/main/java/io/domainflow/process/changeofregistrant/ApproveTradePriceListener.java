package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says what the change costs, and that somebody has to agree to it. */
@Component
class ApproveTradePriceListener implements TaskListener {

  private final Orders orders;

  ApproveTradePriceListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(
        orders,
        task,
        Code.PRICE,
        "the change of registrant of "
            + order.request().domain().unicode()
            + " costs "
            + order.purchase().quote().price()
            + ". Nothing is bought before somebody agrees: accept the price with «acceptPrice», or"
            + " an operator decides");
  }
}
