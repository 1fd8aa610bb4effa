package io.domainflow.process.restoration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Restoration;
import io.domainflow.order.Restorations;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows how a restore stands that takes long. */
@Component
class ChaseRestorationFacts implements TaskFacts {

  private final Restorations restorations;

  ChaseRestorationFacts(Restorations restorations) {
    this.restorations = restorations;
  }

  @Override
  public String task() {
    return RestorationProcess.TASK_CHASE_RESTORATION;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Restoration restoration = restorations.get(order.id());
    return Map.of(
        "requestedAt",
        PlainTime.of(restoration.requestedAt()),
        "restorableUntil",
        restoration.restorableUntil() == null
            ? "not stated"
            : PlainTime.of(restoration.restorableUntil()),
        "restorePrice",
        restoration.restorePrice().toString());
  }
}
