package io.domainflow.process.transfersetup;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.TransferSetups;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/** Refuses to start a change of registrant where there is nothing to change, or nothing to set. */
@Component
class TransferSetupDecidedListener implements ExecutionListener {

  private final Orders orders;
  private final TransferSetups setups;

  TransferSetupDecidedListener(Orders orders, TransferSetups setups) {
    this.orders = orders;
    this.setups = setups;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()
        || !"START_CHANGE".equals(execution.getVariable(OrderVariables.DECISION))) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    StartOfChange.refusal(order, setups.get(order.id()))
        .ifPresent(
            reason -> {
              throw new InvalidRequestException(Status.BAD_REQUEST, reason);
            });
  }
}
