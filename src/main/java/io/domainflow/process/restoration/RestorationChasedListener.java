package io.domainflow.process.restoration;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes what was decided about a restore that takes long. */
@Component
class RestorationChasedListener implements ExecutionListener {

  private final Orders orders;
  private final RestorationWait wait;

  RestorationChasedListener(Orders orders, RestorationWait wait) {
    this.orders = orders;
    this.wait = wait;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    if (!"GIVE_UP".equals(execution.getVariable(OrderVariables.DECISION))) {
      execution.setVariable(RestorationProcess.REMIND_AT, wait.nextReminder());
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    orders.awaitsRegistry(order.id(), false);
    orders.recordFailure(
        order.id(),
        new Failure(
            Reason.GIVEN_UP,
            "Somebody decided not to wait any longer for "
                + order.request().domain().unicode()
                + ", which the registrar is bringing back. The restore was charged: have the"
                + " registrar say what became of it.",
            null));
  }
}
