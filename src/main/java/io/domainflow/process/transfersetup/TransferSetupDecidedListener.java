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

/**
 * Takes the decision on a name that is not set up as ordered. Refuses to start a change of
 * registrant where there is nothing to change, or nothing to set; what is left as it is stands in
 * the outcome.
 */
@Component
class TransferSetupDecidedListener implements ExecutionListener {

  private final Orders orders;
  private final TransferSetups setups;
  private final SetupWords words;

  TransferSetupDecidedListener(Orders orders, TransferSetups setups, SetupWords words) {
    this.orders = orders;
    this.setups = setups;
    this.words = words;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    Object decision = execution.getVariable(OrderVariables.DECISION);
    if ("START_CHANGE".equals(decision)) {
      StartOfChange.refusal(order, setups.get(order.id()))
          .ifPresent(
              reason -> {
                throw new InvalidRequestException(Status.BAD_REQUEST, reason);
              });
    }
    if ("LEAVE_AS_IS".equals(decision)) {
      orders.remark(order.id(), words.leftAsIs(order, setups.get(order.id())));
    }
  }
}
