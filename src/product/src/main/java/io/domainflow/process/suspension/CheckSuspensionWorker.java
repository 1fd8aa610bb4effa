package io.domainflow.process.suspension;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.progress.Suspension;
import io.domainflow.order.progress.SuspensionPlan;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Presence;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the state of the name and decides what to do, again after each decision of a person. */
@Component
class CheckSuspensionWorker implements Worker.Asking<Presence> {

  private final NameInAccount names;
  private final SuspensionPlanner planner;
  private final Clock clock;
  private final Orders orders;
  private final Suspensions suspensions;
  private final DisputeHolds holds;

  CheckSuspensionWorker(
      NameInAccount names,
      SuspensionPlanner planner,
      Orders orders,
      Suspensions suspensions,
      DisputeHolds holds,
      Clock clock) {
    this.names = names;
    this.planner = planner;
    this.clock = clock;
    this.orders = orders;
    this.suspensions = suspensions;
    this.holds = holds;
  }

  @Override
  public Presence ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return names.find(order.content().domain(), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Presence found) {
    if (found instanceof Presence.Here here && remembered(order, here.domain()).isEmpty()) {
      suspensions.forget(order.content().account(), order.content().domain());
    }
    Optional<Failure> obstacle = obstacle(order, found);
    if (obstacle.isPresent()) {
      orders.recordFailure(order.id(), obstacle.get());
      return StepResult.done(StepVariables.of(DomainSuspensionProcess.NEXT_STEP, "NO_CHANGE"));
    }
    SuspensionPlan plan = plan(order, (Presence.Here) found);
    suspensions.plan(order.id(), plan);
    if (order.content().operation() == Operation.UNSUSPEND && plan.modeBefore() != null) {
      orders.renewalMode(order.id(), plan.modeBefore());
    }
    // From here on something may be changed at the registrar; ending in between would lose track of
    // it.
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(
        StepVariables.of(
            DomainSuspensionProcess.NEXT_STEP,
            "CHANGE",
            DomainSuspensionProcess.HOLD_TO_CHANGE,
            plan.holdChange() != null));
  }

  /** Why nothing can be done; empty if something can. */
  Optional<Failure> obstacle(ProvisioningOrder order, Presence found) {
    if (found instanceof Presence.Absent absent) {
      return Optional.of(absent.failure());
    }
    ReadDomain.Result domain = ((Presence.Here) found).domain();
    if (domain.pendingCreate()) {
      return Optional.of(SuspensionFailures.notRegisteredYet(order));
    }
    if (holds.isHeld(order.content().domain())) {
      return Optional.of(SuspensionFailures.disputed(order));
    }
    if (order.content().operation() != Operation.UNSUSPEND) {
      return Optional.empty();
    }
    Optional<Suspension> remembered = remembered(order, domain);
    if (remembered.isEmpty()) {
      return Optional.of(SuspensionFailures.notSuspended(order));
    }
    return domain.wouldRenewAtOnce(clock.instant())
            && startsToRenew(order, remembered.get(), domain)
        ? Optional.of(SuspensionFailures.wouldRenew(order))
        : Optional.empty();
  }

  private static boolean startsToRenew(
      ProvisioningOrder order, Suspension suspension, ReadDomain.Result domain) {
    RenewalMode before = suspension.modeBefore();
    RenewalMode toSet =
        before == null ? order.content().as(SuspensionOrder.class).renewalMode() : before;
    return toSet == RenewalMode.AUTORENEW
        && domain.renewalMode().filter(mode -> mode == RenewalMode.AUTORENEW).isEmpty();
  }

  /** What to do with the name. */
  SuspensionPlan plan(ProvisioningOrder order, Presence.Here here) {
    return planner.plan(order.content(), remembered(order, here.domain()), here.domain());
  }

  private Optional<Suspension> remembered(ProvisioningOrder order, ReadDomain.Result domain) {
    return suspensions
        .find(order.content().account(), order.content().domain())
        .filter(
            suspension -> !suspension.isOfAnotherName(domain.createdAt(), domain.transferredAt()));
  }
}
