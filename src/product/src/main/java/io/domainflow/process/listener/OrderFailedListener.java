package io.domainflow.process.listener;

import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Fails the order; the step before has recorded why. If the name has left, that is recorded too.
 */
@Component
class OrderFailedListener implements ExecutionListener {

  private final Orders orders;
  private final DepartedDomains gone;

  OrderFailedListener(Orders orders, DepartedDomains gone) {
    this.orders = orders;
    this.gone = gone;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if (order.failure() == null) {
      throw new IllegalStateException(
          "the process may not fail here: nobody has recorded a reason for the caller");
    }
    orders.fail(order.id());
    if (order.failure().reason() == Reason.TRANSFERRED_AWAY) {
      OrderContent content = order.content();
      gone.left(
          content.account(),
          content.domain(),
          "order " + content.reference().text() + " found that it is no longer there");
    }
  }
}
