package io.domainflow.process.transfer;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records that somebody gave up a transfer that could not continue. */
@Component
class TransferGivenUpListener implements ExecutionListener {

  private final Orders orders;

  TransferGivenUpListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    orders.recordFailure(
        order.id(),
        new Failure(
            Reason.GIVEN_UP,
            "Somebody decided to give up the transfer of "
                + order.content().domain().unicode()
                + ". What was in the way: "
                + DomainTransferProcess.OBSTACLE_TEXT.of(execution)
                + ". Nothing was bought.",
            null));
  }
}
