package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.Hold;
import io.domainflow.consent.Holds;
import io.domainflow.order.Failure;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange.Before;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.process.DomainReadings;
import io.domainflow.process.changeofregistrant.PresentRegistrant.Found;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Compares the registrant of now with the one that was ordered, field by field, and sees whether
 * the change may be made at all; again after each answer of a person.
 */
@Component
class CompareRegistrantWorker implements Worker.Repeatable<Optional<Found>> {

  private final Orders orders;
  private final RegistrantChanges changes;
  private final Holds holds;
  private final DomainReadings readings;
  private final ChangeRoute route;
  private final Clock clock;
  private final RegistrarCodes codes;

  CompareRegistrantWorker(
      Orders orders,
      RegistrantChanges changes,
      Holds holds,
      DomainReadings readings,
      ChangeRoute route,
      Clock clock,
      RegistrarCodes codes) {
    this.orders = orders;
    this.changes = changes;
    this.holds = holds;
    this.readings = readings;
    this.route = route;
    this.clock = clock;
    this.codes = codes;
  }

  @Override
  public String topic() {
    return "compare-registrant";
  }

  @Override
  public Optional<Found> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return PresentRegistrant.look(
        order.request().domain(), registrar.reader(order.request().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<Found> found) {
    if (found.isPresent()) {
      readings.store(order, found.get().domain());
      changes.compared(order.id(), found.get().before(order.request()));
    }
    Optional<Failure> obstacle = obstacle(order, found);
    if (obstacle.isPresent()) {
      orders.recordFailure(order.id(), obstacle.get());
      return StepResult.done(Map.of(ChangeOfRegistrantProcess.NEXT_STEP, "NO_CHANGE"));
    }
    if (found.get().otherChange() || order.purchase().refusal() != null) {
      return StepResult.done(Map.of(ChangeOfRegistrantProcess.NEXT_STEP, "CORRECTION"));
    }
    return StepResult.done(facts(order, found.get().before(order.request())));
  }

  /** Why the change may not be made at all; empty if it may. */
  Optional<Failure> obstacle(ProvisioningOrder order, Optional<Found> found) {
    if (found.isEmpty()) {
      return Optional.of(ChangeFailures.notHere(order, codes.code(RefusalReason.NOT_FOUND)));
    }
    Optional<Hold> hold = holds.find(order.request().domain());
    if (hold.isPresent()) {
      return Optional.of(ChangeFailures.disputed(order, hold.get()));
    }
    if (found.get().hasExpiredWithoutRight(clock.instant())) {
      return Optional.of(ChangeFailures.expired(order));
    }
    return found.get().before(order.request()).changedFields().isEmpty()
        ? Optional.of(ChangeFailures.nothingChanged(order))
        : Optional.empty();
  }

  private Map<String, Object> facts(ProvisioningOrder order, Before before) {
    Map<String, Object> facts = new HashMap<>(route.facts(order.request(), before));
    facts.put(ChangeOfRegistrantProcess.NEXT_STEP, "CHANGE");
    return facts;
  }
}
