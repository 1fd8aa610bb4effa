package io.domainflow.process.restoration;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that an operator has to decide about a restore that takes long. */
@Component
class ChaseRestorationListener implements TaskListener {

  private final Orders orders;

  ChaseRestorationListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    TaskWaits.operator(
        orders,
        task,
        Code.RESTORE_AT_REGISTRY,
        "the restore of "
            + task.getVariable(OrderVariables.DOMAIN)
            + " was charged and takes longer than three working days; an operator decides whether to"
            + " go on waiting");
  }
}
