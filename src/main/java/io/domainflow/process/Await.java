package io.domainflow.process;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Says what an order waits for where its process waits for the registrar, or for whoever the
 * registrar waits for; unless an operator has been asked to decide.
 */
public abstract class Await implements ExecutionListener {

  private final Orders orders;

  protected Await(Orders orders) {
    this.orders = orders;
  }

  /** What the order waits for. */
  protected abstract WaitingFor waits(ProvisioningOrder order, DelegateExecution execution);

  @Override
  public void notify(DelegateExecution execution) {
    // Locked, because a reminder may hand the order to an operator in this same moment.
    ProvisioningOrder order =
        orders.lock(ProcessOrders.of(execution.getProcessInstanceId(), orders).id());
    if (order.waitingFor() == null || order.waitingFor().taskId() == null) {
      orders.waiting(order.id(), waits(order, execution));
    }
  }
}
