package io.domainflow.process.suspension;

import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.order.Failure;
import io.domainflow.order.Operation;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Suspension;
import io.domainflow.order.SuspensionPlan;
import io.domainflow.order.Suspensions;
import io.domainflow.process.NameInAccount;
import io.domainflow.process.NameInAccount.Found;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks how the name is and decides what to do to it, again after each answer of a person. */
@Component
class CheckSuspensionWorker implements Worker.Repeatable<Found> {

  private final NameInAccount names;
  private final SuspensionPlanner planner;
  private final Orders orders;
  private final Suspensions suspensions;

  CheckSuspensionWorker(
      NameInAccount names, SuspensionPlanner planner, Orders orders, Suspensions suspensions) {
    this.names = names;
    this.planner = planner;
    this.orders = orders;
    this.suspensions = suspensions;
  }

  @Override
  public String topic() {
    return "check-suspension";
  }

  @Override
  public Found ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return names.look(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Found found) {
    if (found instanceof Found.Absent absent) {
      return fails(order, absent.failure());
    }
    StatusDomain.Result domain = ((Found.Here) found).domain();
    if (domain.pendingCreate()) {
      return fails(order, SuspensionFailures.notRegisteredYet(order));
    }
    Optional<Suspension> remembered = remembered(order, domain);
    boolean reactivates = order.request().operation() == Operation.UNSUSPEND;
    if (reactivates && remembered.isEmpty()) {
      return fails(order, SuspensionFailures.notSuspended(order));
    }
    SuspensionPlan plan = planner.plan(order.request(), remembered, domain);
    suspensions.plan(order.id(), plan);
    if (reactivates && plan.modeBefore() != null) {
      orders.renewalMode(order.id(), plan.modeBefore());
    }
    // From here on something may be changed at the registrar; to end in between would forget it.
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(
        Map.of(
            DomainSuspensionProcess.NEXT_STEP,
            "CHANGE",
            DomainSuspensionProcess.HOLD_TO_CHANGE,
            plan.holdChange() != null));
  }

  private Optional<Suspension> remembered(ProvisioningOrder order, StatusDomain.Result domain) {
    Optional<Suspension> remembered =
        suspensions
            .find(order.request().account(), order.request().domain())
            .filter(suspension -> !SuspensionPlanner.isOfAnotherName(suspension, domain));
    if (remembered.isEmpty()) {
      suspensions.forget(order.request().account(), order.request().domain());
    }
    return remembered;
  }

  private StepResult fails(ProvisioningOrder order, Failure failure) {
    orders.recordFailure(order.id(), failure);
    return StepResult.done(Map.of(DomainSuspensionProcess.NEXT_STEP, "NO_CHANGE"));
  }
}
