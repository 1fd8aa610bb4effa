package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that an operator has to decide whether to go on waiting for the registry. */
@Component
class ChaseRegistrationListener implements TaskListener {

  private final Orders orders;

  ChaseRegistrationListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    TaskWaits.operator(
        orders,
        task,
        Code.REGISTRATION_OVERDUE,
        "the registry has not decided on "
            + task.getVariable(OrderVariables.DOMAIN)
            + " in time; an operator decides whether to keep waiting");
  }
}
