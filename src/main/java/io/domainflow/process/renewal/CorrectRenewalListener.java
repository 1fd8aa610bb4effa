package io.domainflow.process.renewal;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says why the name is not renewed, and that somebody has to put it right. */
@Component
class CorrectRenewalListener implements TaskListener {

  private final Orders orders;

  CorrectRenewalListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(
        orders, task, Code.REGISTRAR_REFUSED, what(order, order.purchase().refusal().words()));
  }

  /** Why it is not renewed, and what to do. */
  static String what(ProvisioningOrder order, String words) {
    return order.request().domain().unicode()
        + " is not renewed: "
        + words
        + ". The renewal was not bought. Have it put right and give an input without members, or"
        + " an operator goes on";
  }
}
