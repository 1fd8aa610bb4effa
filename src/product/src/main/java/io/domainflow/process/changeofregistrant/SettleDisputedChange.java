package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Settle disputed change: the registrant has changed although a dispute was noted meanwhile. */
@Component
class SettleDisputedChange implements UserTask {

  private final RegistrantChanges changes;
  private final DisputeHolds holds;

  SettleDisputedChange(RegistrantChanges changes, DisputeHolds holds) {
    this.changes = changes;
    this.holds = holds;
  }

  @Override
  public String id() {
    return "Task_SettleDisputedChange";
  }

  /** The order is completed, so it does not wait. */
  @Override
  public Waits waits(OpenTask task) {
    return Waits.nobody(
        "The registrant of "
            + task.order().content().domain().unicode()
            + " has changed although a dispute was noted.");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    return Map.of(
        "dispute",
        holds
            .find(order.content().domain())
            .map(hold -> PlainText.cell(hold.kind() + ", " + hold.reference()))
            .orElse("removed since"),
        "differences",
        ChangeWords.differences(order, changes.get(order.id())));
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }
}
