package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says what is in the way of the deletion, and that it can be put right. */
@Component
class CorrectDeletionListener implements TaskListener {

  private final Orders orders;

  CorrectDeletionListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(
        orders,
        task,
        order.purchase().refusal() == null ? Code.TRANSFER_PENDING : Code.REGISTRAR_REFUSED,
        what(order));
  }

  /** What is in the way, and what to do. */
  static String what(ProvisioningOrder order) {
    return order.request().domain().unicode()
        + " cannot be deleted yet: "
        + problem(order)
        + ". Nothing was changed. Once it is put right, give «confirmDomain» as input, or an"
        + " operator goes on";
  }

  static String problem(ProvisioningOrder order) {
    return order.purchase().refusal() == null
        ? "a transfer of the name is running"
        : "the registrar refuses it: «" + order.purchase().refusal().words() + "»";
  }
}
