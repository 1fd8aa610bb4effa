package io.domainflow.process.release;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.domain.DepartedDomains;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.domain.MissingNameLookup.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Checks whether the name has left. */
@Component
class LookUpReleaseWorker implements Worker.Asking<Result> {

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
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return MissingNameLookup.find(
        order.content().domain(), order.createdAt(), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result found) {
    if (found instanceof Result.Gone gone) {
      return gone(order, gone);
    }
    readings.store(order, ((Result.Here) found).domain());
    return wait.hasTimeLeft(order)
        ? StepResult.done(
            StepVariables.of(
                DomainReleaseProcess.RELEASE_STATE,
                "HERE",
                DomainReleaseProcess.NEXT_LOOK_AT,
                wait.nextLookAt()))
        : kept(order);
  }

  private StepResult gone(ProvisioningOrder order, Result.Gone found) {
    if (found.name().status() == DomainStatus.DELETED || found.atThisRegistrar()) {
      return elsewhere(order, found);
    }
    String target = order.content().as(ReleaseOrder.class).target();
    // The order counts as sent until the name is recorded as gone: that ends whatever else is open
    // for it.
    gone.left(order.content().account(), order.content().domain(), "it was released to " + target);
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
  private StepResult elsewhere(ProvisioningOrder order, Result.Gone found) {
    if (found.atThisRegistrar()) {
      gone.left(order.content().account(), order.content().domain(), found.name().how());
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
