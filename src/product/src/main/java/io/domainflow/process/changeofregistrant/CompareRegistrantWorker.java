package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.DisputeHolds;
import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.StepVariables;
import io.domainflow.process.changeofregistrant.CurrentRegistrant.Result;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Compares the current registrant with the ordered one, field by field, and checks whether the
 * change is allowed; repeated after each person's answer.
 */
@Component
class CompareRegistrantWorker implements Worker.Asking<Optional<Result>> {

  private final Orders orders;
  private final RegistrantChanges changes;
  private final ChangeConsents consents;
  private final DisputeHolds holds;
  private final DomainReadings readings;
  private final ChangeRoute route;
  private final ChangeCheck check;

  CompareRegistrantWorker(
      Orders orders,
      RegistrantChanges changes,
      ChangeConsents consents,
      DisputeHolds holds,
      DomainReadings readings,
      ChangeRoute route,
      ChangeCheck check) {
    this.orders = orders;
    this.changes = changes;
    this.consents = consents;
    this.holds = holds;
    this.readings = readings;
    this.route = route;
    this.check = check;
  }

  @Override
  public Optional<Result> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return CurrentRegistrant.find(
        order.content().domain(), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<Result> found) {
    if (found.isPresent()) {
      readings.store(order, found.get().domain());
      Before earlier = changes.get(order.id()).before();
      changes.compared(order.id(), found.get().before(order.content()));
      if (earlier != null
          && CurrentRegistrant.isAnother(
              earlier, found.get().domain().ownerContact(), found.get().registrant())) {
        consents.voidPrior(order);
      }
    }
    Optional<Failure> obstacle =
        check.obstacle(order, found, holds.isHeld(order.content().domain()));
    if (obstacle.isPresent()) {
      orders.recordFailure(order.id(), obstacle.get());
      return StepResult.done(StepVariables.of(ChangeOfRegistrantProcess.NEXT_STEP, "NO_CHANGE"));
    }
    if (found.get().otherChange() || order.purchase().refusal() != null) {
      return StepResult.done(StepVariables.of(ChangeOfRegistrantProcess.NEXT_STEP, "CORRECTION"));
    }
    return StepResult.done(facts(order, found.get().before(order.content())));
  }

  private Map<String, Object> facts(ProvisioningOrder order, Before before) {
    return new StepVariables()
        .and(route.facts(order.content(), before))
        .and(ChangeOfRegistrantProcess.NEXT_STEP, "CHANGE")
        .map();
  }
}
