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

  static final String OTHER_CHANGE = "another change of registrant is running at the registrar";

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
        what(order, problem(order)));
  }

  /** What is in the way, and what to do. */
  static String what(ProvisioningOrder order, String problem) {
    return "the registrant of "
        + order.request().domain().unicode()
        + " cannot be changed yet: "
        + problem
        + ". Nothing was changed. Give corrected values as input, or an operator goes on";
  }

  static String problem(ProvisioningOrder order) {
    return order.purchase().refusal() == null
        ? OTHER_CHANGE
        : refused(order.purchase().refusal().words());
  }

  static String refused(String words) {
    return "the registrar refuses it: «" + words + "»";
  }
}
