package io.domainflow.process.deletion;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.Await;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says that a deletion waits for the registrar, unless an operator has been asked to decide. */
@Component
class AwaitDeletionListener extends Await {

  AwaitDeletionListener(Orders orders) {
    super(orders);
  }

  @Override
  protected WaitingFor waits(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.DELETION_PENDING,
        "the registrar has accepted the deletion of "
            + order.request().domain().unicode()
            + " and has yet to carry it out; it can no longer be taken back",
        DomainDeletionProcess.REMIND_AT.of(execution),
        null);
  }
}
