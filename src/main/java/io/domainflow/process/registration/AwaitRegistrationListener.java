package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.Await;
import io.domainflow.process.paperwork.PaperWait;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says that the order waits for the registry, unless an operator has been asked to decide. */
@Component
class AwaitRegistrationListener extends Await {

  private final PaperWait paper;

  AwaitRegistrationListener(Orders orders, PaperWait paper) {
    super(orders);
    this.paper = paper;
  }

  @Override
  protected WaitingFor waits(ProvisioningOrder order, DelegateExecution execution) {
    return paper.waitingFor(order, execution).orElseGet(() -> pending(order, execution));
  }

  private WaitingFor pending(ProvisioningOrder order, DelegateExecution execution) {
    return new WaitingFor(
        Who.REGISTRAR,
        Code.REGISTRATION_PENDING,
        "the registrar accepted the registration of "
            + order.request().domain().unicode()
            + "; the registry has not decided yet"
            + paper.of(order).map(paperwork -> " on " + paperwork.what()).orElse(""),
        DomainRegistrationProcess.REGISTRATION_DEADLINE.of(execution),
        null);
  }
}
