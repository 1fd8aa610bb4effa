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

  ChooseLockOrWaitFacts(RegistrantChanges changes) {
    this.changes = changes;
  }

  @Override
  public String task() {
    return ChangeOfRegistrantProcess.TASK_CHOOSE_LOCK_OR_WAIT;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    return Map.of(
        "reason",
        order.waitingFor() == null ? "" : order.waitingFor().what(),
        "differences",
        ChangeWords.differences(order, change),
        "kindOfChange",
        ChangeWords.kind(change),
        "optOut",
        change.before().isAfnic()
            ? "not possible at this registry"
            : "possible with a record that is older than the order");
  }
}
