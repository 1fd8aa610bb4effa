package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.Await;
import io.domainflow.process.paperwork.PaperWait;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says whom a running change waits for, unless an operator has been asked to see to it. */
@Component
class AwaitConfirmationListener extends Await {

  private final RegistrantChanges changes;
  private final PaperWait paper;

  AwaitConfirmationListener(Orders orders, RegistrantChanges changes, PaperWait paper) {
    super(orders);
    this.changes = changes;
    this.paper = paper;
  }

  @Override
  protected WaitingFor waits(ProvisioningOrder order, DelegateExecution execution) {
    return paper.waitingFor(order, execution).orElseGet(() -> underWay(order));
  }

  private WaitingFor underWay(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    return new WaitingFor(
        ChangeWords.who(change),
        Code.CONFIRMATION,
        ChangeWords.waits(order, change),
        change.course().confirmBy(),
        null);
  }
}
