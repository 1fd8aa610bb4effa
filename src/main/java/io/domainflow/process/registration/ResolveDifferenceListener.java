package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that the name is registered, but an operator has to look at what differs from the order. */
@Component
class ResolveDifferenceListener implements TaskListener {

  private final Orders orders;

  ResolveDifferenceListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    TaskWaits.operator(
        orders,
        task,
        Code.REGISTERED_DIFFERENTLY,
        "the name is registered, but differs from the order: "
            + task.getVariable(DomainRegistrationProcess.DIFFERENCE_TEXT));
  }
}
