package io.domainflow.process.suspension;

import io.domainflow.model.RenewalMode;
import io.domainflow.order.Failure;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.intake.Preview;
import io.domainflow.order.progress.SuspensionPlan;
import io.domainflow.order.progress.SuspensionPlan.HoldChange;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.domain.PeriodOver;
import io.domainflow.process.start.OrderPreview;
import io.domainflow.process.start.PreviewNotes;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Previews a suspension, a reactivation or a cancellation. */
@Component
class SuspensionPreview implements OrderPreview {

  private final CheckSuspensionWorker check;

  SuspensionPreview(CheckSuspensionWorker check) {
    this.check = check;
  }

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.SUSPEND, Operation.UNSUSPEND, Operation.CANCEL);
  }

  @Override
  public Preview of(ProvisioningOrder draft, RegistrarGateway registrar) {
    PreviewNotes notes = new PreviewNotes(draft);
    Presence found = check.ask(draft, registrar);
    Optional<Failure> obstacle = check.obstacle(draft, found);
    if (obstacle.isPresent()) {
      return notes.ends(obstacle.get());
    }
    SuspensionPlan plan = check.plan(draft, (Presence.Here) found);
    OrderContent content = draft.content();
    String name = content.domain().unicode();
    boolean reactivates = content.operation() == Operation.UNSUSPEND;
    RenewalMode mode =
        reactivates && plan.modeBefore() != null
            ? plan.modeBefore()
            : content.as(SuspensionOrder.class).renewalMode();
    notes.step("The renewal mode %s is set for %s.".formatted(mode, name));
    if (plan.takeBack()) {
      notes.step("The renewal that was already charged is reversed, if the registrar allows it.");
    }
    if (plan.holdChange() == HoldChange.PUT) {
      notes
          .step(name + " is put on hold, so that it no longer resolves.")
          .warn("A zone that knows no hold refuses it; then the name keeps resolving.");
    }
    if (plan.holdChange() == HoldChange.LIFT) {
      notes.step("The hold is removed, so that " + name + " resolves again.");
    }
    if (plan.modeFound() != null) {
      notes.warn("The renewal mode was set to " + plan.modeFound() + " meanwhile.");
    }
    if (((Presence.Here) found).domain().state().suspendedBeforeDeletion()) {
      notes.warn(PeriodOver.soonDeleted(draft) + " To keep it, order a RENEW.");
    }
    if (reactivates && plan.modeBefore() == null) {
      notes.warn("The earlier renewal mode is not known; the account's usual one would be set.");
    }
    return notes.step("What the registrar shows then is read back.").done();
  }
}
