package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.ProcessOrders;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Checks whether an approver has to be asked for a registrant's consent. A consent that came with
 * the order or follows from a standing authorisation is recorded here.
 */
@Component
class FindRecordedConsentDelegate implements JavaDelegate {

  private final Orders orders;
  private final RegistrantChanges changes;
  private final ChangeConsents consents;

  FindRecordedConsentDelegate(Orders orders, RegistrantChanges changes, ChangeConsents consents) {
    this.orders = orders;
    this.changes = changes;
    this.consents = consents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean missing =
        isMissing(
            ProcessOrders.of(execution.getProcessInstanceId(), orders),
            ConsentSide.valueOf(
                Objects.requireNonNull(RegistrantConsentProcess.SIDE.of(execution))));
    RegistrantConsentProcess.CONSENT_MISSING.set(execution, missing);
    RegistrantConsentProcess.CONSENT_GIVEN.set(execution, !missing);
  }

  private boolean isMissing(ProvisioningOrder order, ConsentSide side) {
    consents.voidOutdated(order);
    if (!ChangeConsents.isNeeded(changes.get(order.id()).termsOrThrow(), side)) {
      return false;
    }
    if (!consents.isAgent(order)) {
      return true;
    }
    if (!consents.isGiven(order, side)) {
      consents.rely(order, side);
    }
    return !consents.isGiven(order, side);
  }
}
