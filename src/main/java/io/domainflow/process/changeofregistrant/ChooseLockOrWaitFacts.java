package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what changes, and why somebody has to choose. */
@Component
class ChooseLockOrWaitFacts implements TaskFacts {

  private final RegistrantChanges changes;
  private final ChangeConsents consents;

  ChooseLockOrWaitFacts(RegistrantChanges changes, ChangeConsents consents) {
    this.changes = changes;
    this.consents = consents;
  }

  @Override
  public String task() {
    return ChangeOfRegistrantProcess.TASK_CHOOSE_LOCK_OR_WAIT;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    return Map.of(
        "differences",
        ChangeWords.differences(order, change),
        "kindOfChange",
        ChangeWords.kind(change),
        "optOut",
        optOut(order, change),
        "money",
        ChangeWords.money(order));
  }

  private String optOut(ProvisioningOrder order, RegistrantChange change) {
    if (!change.before().optOutPossible()) {
      return "Not possible here: the registry (AFNIC) does not let the lock be opted out of.";
    }
    return consents.hasOptedOut(order)
        ? "The prior registrant has opted out of the lock before; that is on record."
        : "Only if the prior registrant opted out of the lock before the order was placed: enter"
            + " where that is recorded, and when it was.";
  }
}
