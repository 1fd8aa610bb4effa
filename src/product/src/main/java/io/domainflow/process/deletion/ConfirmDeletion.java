package io.domainflow.process.deletion;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.DeletionOrder;
import io.domainflow.order.progress.Deletion;
import io.domainflow.order.progress.Deletion.NameState;
import io.domainflow.order.progress.Deletions;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Confirm deletion: nobody deletes a name without typing it again. */
@Component
class ConfirmDeletion implements UserTask {

  private static final String NOT_STATED = "not stated by the registrar";

  private final Orders orders;
  private final Deletions deletions;

  ConfirmDeletion(Orders orders, Deletions deletions) {
    this.orders = orders;
    this.deletions = deletions;
  }

  @Override
  public String id() {
    return "Task_ConfirmDeletion";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(Code.DELETION_CONFIRMATION, what(task.order()));
  }

  /** What has to be confirmed. */
  static String what(ProvisioningOrder order) {
    return order.content().domain().unicode()
        + " is to be deleted now; nothing is refunded. Nothing has been changed yet. Confirm it"
        + " by repeating the name as «confirmDomain»"
        + CallerInstructions.orAnOperator("decides");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Deletion deletion = deletions.get(order.id());
    NameState seen = Objects.requireNonNull(deletion.seen(), "the name was looked at before");
    return Map.of(
        "registeredAt",
        PlainTime.of(seen.createdAt()),
        "expiresAt",
        PlainTime.of(seen.expiresAt()),
        "paidUntil",
        PlainTime.of(seen.paidUntil()),
        "renewalMode",
        seen.renewalMode() == null ? NOT_STATED : seen.renewalMode().words(),
        "restorable",
        deletion.restorable() == null
            ? NOT_STATED
            : deletion.restorable().toDays() + " days after the deletion",
        "restorePrice",
        deletion.restorePrice() == null ? NOT_STATED : deletion.restorePrice().toString());
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("KEEP")) {
      orders.recordFailure(order.id(), DeletionFailures.kept(order));
      return;
    }
    // The caller has confirmed it in the order itself.
    if (!order.content().as(DeletionOrder.class).confirmed()) {
      DomainName domain = order.content().domain();
      if (!isThe(domain, decision.text(DomainDeletionProcess.CONFIRM_DOMAIN))) {
        throw Decision.refused(
            "«Domain, once more» must be " + domain.unicode() + ": nothing was deleted");
      }
      orders.confirmed(order.id(), true);
    }
  }

  private static boolean isThe(DomainName domain, String entered) {
    try {
      return DomainName.of(entered).equals(domain);
    } catch (InvalidValue e) {
      return false;
    }
  }
}
