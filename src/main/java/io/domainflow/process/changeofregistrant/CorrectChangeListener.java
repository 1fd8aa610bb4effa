package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says what is in the way of the change, and that it can be put right. */
@Component
class CorrectChangeListener implements TaskListener {

  private final Orders orders;

  CorrectChangeListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(
        orders,
        task,
        order.purchase().refusal() == null ? Code.CHANGE_PENDING : Code.REGISTRAR_REFUSED,
        "the registrant of "
            + order.request().domain().unicode()
            + " cannot be changed yet: "
            + problem(order)
            + ". Nothing was changed. Give corrected values as input, or an operator goes on");
  }

  static String problem(ProvisioningOrder order) {
    return order.purchase().refusal() == null
        ? "another change of registrant is running at the registrar"
        : "the registrar refuses it: «" + order.purchase().refusal().words() + "»";
  }
}
