package io.domainflow.process.restoration;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Restoration;
import io.domainflow.order.progress.Restorations;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Chase restoration: the restore was charged and takes long. */
@Component
class ChaseRestoration implements UserTask {

  private final Orders orders;
  private final Restorations restorations;
  private final RestorationWait wait;

  ChaseRestoration(Orders orders, Restorations restorations, RestorationWait wait) {
    this.orders = orders;
    this.restorations = restorations;
    this.wait = wait;
  }

  @Override
  public String id() {
    return "Task_ChaseRestoration";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(
        Code.RESTORE_AT_REGISTRY,
        "the restore of "
            + task.order().content().domain().unicode()
            + " was charged and takes longer than three working days; an operator decides whether"
            + " to keep waiting");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Restoration restoration = restorations.get(order.id());
    return Map.of(
        "requestedAt",
        PlainTime.of(restoration.requestedAt()),
        "restorableUntil",
        restoration.restorableUntil() == null
            ? "not stated"
            : PlainTime.of(restoration.restorableUntil()),
        "restorePrice",
        ApproveRestorePrice.price(restoration));
  }

  @Override
  public void decided(Decision decision) {
    if (!decision.is("GIVE_UP")) {
      decision.set(RestorationProcess.REMIND_AT, wait.nextReminder());
      return;
    }
    ProvisioningOrder order = decision.order();
    orders.awaitsRegistry(order.id(), false);
    orders.recordFailure(
        order.id(),
        new Failure(
            Reason.GIVEN_UP,
            "Somebody decided not to wait any longer for "
                + order.content().domain().unicode()
                + ", which the registrar is bringing back. The restore was charged: ask"
                + " the registrar for its outcome.",
            null));
  }
}
