package io.domainflow.process.deletion;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.DeletionOrder;
import io.domainflow.order.progress.Deletion.NameState;
import io.domainflow.order.progress.Deletions;
import io.domainflow.process.StepVariables;
import io.domainflow.process.deletion.DeletionStateReader.Checked;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks whether the name can be deleted, again after each decision of a person. */
@Component
class CheckDeletionWorker implements Worker.Asking<Checked> {

  private final DeletionStateReader reader;
  private final Orders orders;
  private final Deletions deletions;
  private final DisputeHolds holds;
  private final DomainReadings readings;
  private final DeletionWait wait;

  CheckDeletionWorker(
      DeletionStateReader reader,
      Orders orders,
      Deletions deletions,
      DisputeHolds holds,
      DomainReadings readings,
      DeletionWait wait) {
    this.reader = reader;
    this.orders = orders;
    this.deletions = deletions;
    this.holds = holds;
    this.readings = readings;
    this.wait = wait;
  }

  @Override
  public Checked ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return reader.check(order.content().domain(), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Checked checked) {
    if (checked.found() instanceof Presence.Here here) {
      readings.store(order, here.domain());
    }
    Optional<Failure> obstacle = obstacle(order, checked);
    if (obstacle.isPresent()) {
      orders.recordFailure(order.id(), obstacle.get());
      return continues("NO_DELETION", Map.of());
    }
    ReadDomain.Result domain = ((Presence.Here) checked.found()).domain();
    if (domain.lostToDeletion()) {
      deletions.seen(
          order.id(), NameBeforeDeletion.of(domain), checked.restorable(), checked.restorePrice());
      deletions.requested(order.id());
      orders.awaitsRegistry(order.id(), true);
      return continues("DELETE", wait.begins(true));
    }
    return continues(
        checked.leaving() ? "CORRECT" : "DELETE",
        StepVariables.of(
            DomainDeletionProcess.UNDER_WAY,
            false,
            DomainDeletionProcess.CONFIRMATION_NEEDED,
            !isConfirmed(order, domain, checked)));
  }

  /** Why the name cannot be deleted; empty if it can. */
  Optional<Failure> obstacle(ProvisioningOrder order, Checked checked) {
    if (checked.found() instanceof Presence.Absent absent) {
      return Optional.of(absent.failure());
    }
    if (holds.isHeld(order.content().domain())) {
      return Optional.of(DeletionFailures.disputed(order));
    }
    return ((Presence.Here) checked.found()).domain().pendingCreate()
        ? Optional.of(DeletionFailures.notRegisteredYet(order))
        : Optional.empty();
  }

  // The confirmation applies to the name in its state at that time.
  private boolean isConfirmed(ProvisioningOrder order, ReadDomain.Result domain, Checked checked) {
    NameState before = deletions.get(order.id()).seen();
    NameState now = NameBeforeDeletion.of(domain);
    deletions.seen(order.id(), now, checked.restorable(), checked.restorePrice());
    boolean confirmed =
        order.content().as(DeletionOrder.class).confirmed()
            && (before == null || before.equals(now));
    orders.confirmed(order.id(), confirmed);
    return confirmed;
  }

  private static StepResult continues(String nextStep, Map<String, Object> more) {
    return StepResult.done(
        new StepVariables().and(more).and(DomainDeletionProcess.NEXT_STEP, nextStep).map());
  }
}
