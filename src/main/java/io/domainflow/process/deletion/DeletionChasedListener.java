package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes what was decided about a deletion that takes long. */
@Component
class DeletionChasedListener implements ExecutionListener {

  private final Orders orders;
  private final DeletionWait wait;

  DeletionChasedListener(Orders orders, DeletionWait wait) {
    this.orders = orders;
    this.wait = wait;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    if ("GIVE_UP".equals(execution.getVariable(OrderVariables.DECISION))) {
      ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
      orders.recordFailure(order.id(), DeletionFailures.undecided(order));
    } else {
      execution.setVariable(DomainDeletionProcess.REMIND_AT, Date.from(wait.nextReminder()));
    }
  }
}
