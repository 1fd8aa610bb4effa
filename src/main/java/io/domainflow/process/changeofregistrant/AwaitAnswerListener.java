package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says what an approver asks whoever placed the order. */
@Component
class AwaitAnswerListener implements ExecutionListener {

  private final Orders orders;
  private final RegistrantChanges changes;

  AwaitAnswerListener(Orders orders, RegistrantChanges changes) {
    this.orders = orders;
    this.changes = changes;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    orders.waiting(
        order.id(),
        new WaitingFor(
            Who.CALLER,
            Code.QUESTION,
            "an approver asks: «" + changes.get(order.id()).question() + "»",
            RegistrantConsentProcess.ANSWER_DUE_AT.of(execution),
            null));
  }
}
