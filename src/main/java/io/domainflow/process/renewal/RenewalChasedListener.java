package io.domainflow.process.renewal;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Renewals;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes what was decided about a renewal that was paid for and does not show. */
@Component
class RenewalChasedListener implements ExecutionListener {

  private final Orders orders;
  private final Renewals renewals;

  RenewalChasedListener(Orders orders, Renewals renewals) {
    this.orders = orders;
    this.renewals = renewals;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if ("GIVE_UP".equals(execution.getVariable(OrderVariables.DECISION))) {
      orders.recordFailure(
          order.id(),
          new Failure(
              Reason.GIVEN_UP,
              "The registrar confirmed and charged the renewal of "
                  + order.request().domain().unicode()
                  + " and never showed the later date; somebody decided not to wait any longer."
                  + " Have the registrar give the money back or renew the name.",
              null));
    } else {
      renewals.keptWaiting(order.id());
    }
  }
}
