package io.domainflow.process.suspension;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Suspension;
import io.domainflow.order.progress.SuspensionPlan;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.order.wanted.Operation;
import io.domainflow.order.wanted.SuspensionOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.NameInAccount;
import io.domainflow.process.domain.NameInAccount.Found;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the state of the name and decides what to do, again after each decision of a person. */
@Component
class CheckSuspensionWorker implements Worker.Asking<Found> {

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
  public Found ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return names.look(order.request().domain(), registrar.reader(order.request().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Found found) {
    if (found instanceof Found.Here here && remembered(order, here.domain()).isEmpty()) {
      suspensions.forget(order.request().account(), order.request().domain());
    }
    Optional<Failure> obstacle = obstacle(order, found);
    if (obstacle.isPresent()) {
      orders.recordFailure(order.id(), obstacle.get());
      return StepResult.done(StepVariables.of(DomainSuspensionProcess.NEXT_STEP, "NO_CHANGE"));
    }
    SuspensionPlan plan = plan(order, (Found.Here) found);
    suspensions.plan(order.id(), plan);
    if (order.request().operation() == Operation.UNSUSPEND && plan.modeBefore() != null) {
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
  Optional<Failure> obstacle(ProvisioningOrder order, Found found) {
    if (found instanceof Found.Absent absent) {
      return Optional.of(absent.failure());
    }
    ReadDomain.Result domain = ((Found.Here) found).domain();
    if (domain.pendingCreate()) {
      return Optional.of(SuspensionFailures.notRegisteredYet(order));
    }
    if (holds.isHeld(order.request().domain())) {
      return Optional.of(SuspensionFailures.disputed(order));
    }
    if (order.request().operation() != Operation.UNSUSPEND) {
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
        before == null ? order.request().as(SuspensionOrder.class).renewalMode() : before;
    return toSet == RenewalMode.AUTORENEW
        && domain.renewalMode().filter(mode -> mode == RenewalMode.AUTORENEW).isEmpty();
  }

  /** What to do with the name. */
  SuspensionPlan plan(ProvisioningOrder order, Found.Here here) {
    return planner.plan(order.request(), remembered(order, here.domain()), here.domain());
  }

  private Optional<Suspension> remembered(ProvisioningOrder order, ReadDomain.Result domain) {
    return suspensions
        .find(order.request().account(), order.request().domain())
        .filter(
            suspension -> !suspension.isOfAnotherName(domain.createdAt(), domain.transferredAt()));
  }
}
