package io.domainflow.process.restoration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.Await;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says that the name is being brought back, unless an operator has been asked to decide. */
@Component
class AwaitRestorationListener extends Await {

  AwaitRestorationListener(Orders orders) {
    super(orders);
  }

  @Override
  protected WaitingFor waits(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.RESTORE_AT_REGISTRY,
        "the registrar is bringing "
            + order.request().domain().unicode()
            + " back, which was charged and takes up to three working days",
        RestorationProcess.REMIND_AT.of(execution),
        null);
  }
}
