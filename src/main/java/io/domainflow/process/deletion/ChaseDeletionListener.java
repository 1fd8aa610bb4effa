package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that an operator has to see to a deletion that takes long. */
@Component
class ChaseDeletionListener implements TaskListener {

  private final Orders orders;

  ChaseDeletionListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(
        orders,
        task,
        Code.DELETION_PENDING,
        "the registrar has accepted the deletion of "
            + order.request().domain().unicode()
            + ", and the name is still there; it takes longer than usual, and an operator decides"
            + " whether to go on waiting");
  }
}
