package io.domainflow.process.transfer;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says that the transfer rests until an operator's date, unless its caller can go on before. */
@Component
class AwaitRepairListener implements ExecutionListener {

  private final Orders orders;

  AwaitRepairListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    orders.waiting(
        ProcessOrders.of(execution.getProcessInstanceId(), orders).id(),
        new WaitingFor(
            Who.CALLER,
            Code.valueOf(DomainTransferProcess.OBSTACLE.of(execution)),
            execution.getVariable(OrderVariables.DOMAIN)
                + " cannot be transferred yet: "
                + DomainTransferProcess.OBSTACLE_TEXT.of(execution)
                + ". Nothing was bought. An operator lets it rest until then; give new values as"
                + " input to continue before then",
            DomainTransferProcess.WAIT_UNTIL.of(execution),
            null));
  }
}
