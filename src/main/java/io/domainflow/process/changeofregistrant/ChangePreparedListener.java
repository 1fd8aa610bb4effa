package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Notes who has had a hand in the order: they may not approve it. */
@Component
class ChangePreparedListener implements ExecutionListener {

  private final Orders orders;
  private final RegistrantChanges changes;

  ChangePreparedListener(Orders orders, RegistrantChanges changes) {
    this.orders = orders;
    this.changes = changes;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    changes.preparedBy(order, CurrentLogin.acting());
  }
}
