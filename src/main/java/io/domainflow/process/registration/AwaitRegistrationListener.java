package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.ProcessOrders;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says that the order waits for the registry, unless an operator has been asked to decide. */
@Component
class AwaitRegistrationListener implements ExecutionListener {

  private final Orders orders;

  AwaitRegistrationListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    // Locked, because the deadline may hand the order to an operator in this same moment.
    ProvisioningOrder order =
        orders.lock(ProcessOrders.of(execution.getProcessInstanceId(), orders).id());
    if (order.waitingFor() != null && order.waitingFor().code() == Code.REGISTRATION_OVERDUE) {
      return;
    }
    Instant deadline =
        ((Date) execution.getVariable(DomainRegistrationProcess.REGISTRATION_DEADLINE)).toInstant();
    orders.waiting(
        order.id(),
        new WaitingFor(
            Who.REGISTRAR,
            Code.REGISTRATION_PENDING,
            "the registrar accepted the registration of "
                + order.request().domain().unicode()
                + "; the registry has not decided yet",
            deadline,
            null));
  }
}
