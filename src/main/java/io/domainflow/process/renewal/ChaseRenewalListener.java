package io.domainflow.process.renewal;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that a renewal was paid for and does not show. */
@Component
class ChaseRenewalListener implements TaskListener {

  private final Orders orders;

  ChaseRenewalListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    TaskWaits.operator(
        orders,
        task,
        Code.RENEWAL_AT_REGISTRY,
        "the registrar has confirmed and charged the renewal of "
            + task.getVariable(OrderVariables.DOMAIN)
            + ", and does not show the later date; an operator asks the registrar");
  }
}
