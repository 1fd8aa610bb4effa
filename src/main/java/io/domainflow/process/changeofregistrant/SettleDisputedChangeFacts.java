package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.PlainText;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows a change of registrant that was carried out although a dispute was noted. */
@Component
class SettleDisputedChangeFacts implements TaskFacts {

  private final RegistrantChanges changes;
  private final DisputedChange dispute;

  SettleDisputedChangeFacts(RegistrantChanges changes, DisputedChange dispute) {
    this.changes = changes;
    this.dispute = dispute;
  }

  @Override
  public String task() {
    return ChangeOfRegistrantProcess.TASK_SETTLE_DISPUTED_CHANGE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    RegistrantChange change = changes.get(order.id());
    return Map.of(
        "dispute",
        dispute
            .dispute(order)
            .map(hold -> PlainText.cell(hold.kind() + ", " + hold.reference()))
            .orElse("lifted since"),
        "differences",
        ChangeWords.differences(order, change));
  }
}
