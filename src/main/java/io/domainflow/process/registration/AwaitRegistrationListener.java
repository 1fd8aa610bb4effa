package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.paperwork.PaperWait;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Says that the order waits for the registry, unless an operator has been asked to decide. */
@Component
class AwaitRegistrationListener implements ExecutionListener {

  private final Orders orders;
  private final PaperWait paper;

  AwaitRegistrationListener(Orders orders, PaperWait paper) {
    this.orders = orders;
    this.paper = paper;
  }

  @Override
  public void notify(DelegateExecution execution) {
    // Locked, because the deadline may hand the order to an operator in this same moment.
    ProvisioningOrder order =
        orders.lock(ProcessOrders.of(execution.getProcessInstanceId(), orders).id());
    if (order.waitingFor() != null && order.waitingFor().taskId() != null) {
      return;
    }
    orders.waiting(
        order.id(), paper.waitingFor(order, execution).orElseGet(() -> pending(order, execution)));
  }

  private WaitingFor pending(ProvisioningOrder order, DelegateExecution execution) {
    Instant deadline =
        ((Date) execution.getVariable(DomainRegistrationProcess.REGISTRATION_DEADLINE)).toInstant();
    return new WaitingFor(
        Who.REGISTRAR,
        Code.REGISTRATION_PENDING,
        "the registrar accepted the registration of "
            + order.request().domain().unicode()
            + "; the registry has not decided yet"
            + paper.of(order).map(paperwork -> " on " + paperwork.what()).orElse(""),
        deadline,
        null);
  }
}
