package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.Side;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that an approver has to confirm for one of the two registrants. */
@Component
class ApproveForRegistrantListener implements TaskListener {

  private final Orders orders;

  ApproveForRegistrantListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.waits(
        orders,
        task,
        Who.APPROVER,
        Code.CONSENT,
        what(order, Sides.of(task.getTaskDefinitionKey())));
  }

  /** What is to be confirmed. */
  static String what(ProvisioningOrder order, Side side) {
    return "an approver has to confirm, as the designated agent of the "
        + ChangeWords.side(side)
        + " registrant, the change of registrant of "
        + order.request().domain().unicode();
  }
}
