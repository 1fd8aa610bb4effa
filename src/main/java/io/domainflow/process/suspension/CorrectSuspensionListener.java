package io.domainflow.process.suspension;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says what the registrar has refused. */
@Component
class CorrectSuspensionListener implements TaskListener {

  private final Orders orders;

  CorrectSuspensionListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(
        orders,
        task,
        Code.REGISTRAR_REFUSED,
        "the "
            + order.request().operation().words()
            + " of "
            + order.request().domain().unicode()
            + " does not go on: the registrar refuses it with «"
            + order.purchase().refusal().words()
            + "». Nothing was bought; an operator goes on once it is put right");
  }
}
