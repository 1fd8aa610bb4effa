package io.domainflow.process.deletion;

import io.domainflow.order.Deletion;
import io.domainflow.order.Deletion.Seen;
import io.domainflow.order.Deletions;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the name that is to be deleted, and what it takes to have it back. */
@Component
class ConfirmDeletionFacts implements TaskFacts {

  private static final String NOT_STATED = "not stated by the registrar";

  private final Deletions deletions;

  ConfirmDeletionFacts(Deletions deletions) {
    this.deletions = deletions;
  }

  @Override
  public String task() {
    return DomainDeletionProcess.TASK_CONFIRM_DELETION;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Deletion deletion = deletions.get(order.id());
    Seen seen = deletion.seen();
    return Map.of(
        "registeredAt",
        PlainTime.of(seen.createdAt()),
        "expiresAt",
        PlainTime.of(seen.expiresAt()),
        "paidUntil",
        PlainTime.of(seen.paidUntil()),
        "renewalMode",
        seen.renewalMode() == null ? NOT_STATED : seen.renewalMode().name(),
        "restorable",
        deletion.restorable() == null
            ? NOT_STATED
            : deletion.restorable().toDays() + " days after the deletion",
        "restorePrice",
        deletion.restorePrice() == null ? NOT_STATED : deletion.restorePrice().toString());
  }
}
