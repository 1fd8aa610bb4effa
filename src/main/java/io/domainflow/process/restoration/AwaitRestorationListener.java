package io.domainflow.process.restoration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Restorations;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says that the name is being brought back, unless an operator has been asked to decide. */
@Component
class AwaitRestorationListener implements ExecutionListener {

  private final Orders orders;
  private final Restorations restorations;
  private final RestorationWait wait;

  AwaitRestorationListener(Orders orders, Restorations restorations, RestorationWait wait) {
    this.orders = orders;
    this.restorations = restorations;
    this.wait = wait;
  }

  @Override
  public void notify(DelegateExecution execution) {
    // Locked, because a reminder may hand the order to an operator in this same moment.
    ProvisioningOrder order =
        orders.lock(ProcessOrders.of(execution.getProcessInstanceId(), orders).id());
    if (order.waitingFor() != null && order.waitingFor().taskId() != null) {
      return;
    }
    orders.waiting(
        order.id(),
        new WaitingFor(
            Who.REGISTRAR,
            Code.RESTORE_AT_REGISTRY,
            "the registrar is bringing "
                + order.request().domain().unicode()
                + " back, which was charged and takes up to three working days",
            wait.overBy(restorations.get(order.id())),
            null));
  }
}
