package io.domainflow.process.release;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.order.wanted.ReleaseOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.domain.MissingNameLookup.Found;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Checks whether the name has left. */
@Component
class LookUpReleaseWorker implements Worker.Asking<Found> {

  private final Orders orders;
  private final DepartedDomains gone;
  private final DomainReadings readings;
  private final ReleaseWait wait;

  LookUpReleaseWorker(
      Orders orders, DepartedDomains gone, DomainReadings readings, ReleaseWait wait) {
    this.orders = orders;
    this.gone = gone;
    this.readings = readings;
    this.wait = wait;
  }

  @Override
  public Found ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return MissingNameLookup.look(
        order.request().domain(), order.createdAt(), registrar.reader(order.request().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Found found) {
    if (found instanceof Found.Gone gone) {
      return gone(order, gone);
    }
    readings.store(order, ((Found.Here) found).domain());
    return wait.hasTimeLeft(order)
        ? StepResult.done(
            StepVariables.of(
                DomainReleaseProcess.RELEASE_STATE,
                "HERE",
                DomainReleaseProcess.NEXT_LOOK_AT,
                wait.nextLookAt()))
        : kept(order);
  }

  private StepResult gone(ProvisioningOrder order, Found.Gone found) {
    if (found.name().status() == DomainStatus.DELETED || found.atThisRegistrar()) {
      return elsewhere(order, found);
    }
    String target = order.request().as(ReleaseOrder.class).target();
    // The order counts as sent until the name is recorded as gone: that ends whatever else is open
    // for it.
    gone.left(order.request().account(), order.request().domain(), "it was released to " + target);
    orders.awaitsRegistry(order.id(), false);
    orders.inProgress(order.id());
    orders.recordOutcome(
        order.id(),
        new Outcome(
            Outcome.Code.PUSHED_AWAY,
            null,
            null,
            null,
            "The domain was released to " + target + "."));
    return StepResult.done(StepVariables.of(DomainReleaseProcess.RELEASE_STATE, "GONE"));
  }

  // The name has left, but not to the intended registrar.
  private StepResult elsewhere(ProvisioningOrder order, Found.Gone found) {
    if (found.atThisRegistrar()) {
      gone.left(order.request().account(), order.request().domain(), found.name().how());
    }
    orders.awaitsRegistry(order.id(), false);
    orders.recordFailure(order.id(), ReleaseFailures.elsewhere(order, found.name()));
    return StepResult.done(StepVariables.of(DomainReleaseProcess.RELEASE_STATE, "KEPT"));
  }

  private StepResult kept(ProvisioningOrder order) {
    orders.awaitsRegistry(order.id(), false);
    orders.recordFailure(order.id(), ReleaseFailures.kept(order));
    return StepResult.done(StepVariables.of(DomainReleaseProcess.RELEASE_STATE, "KEPT"));
  }
}
