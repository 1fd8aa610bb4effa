package io.domainflow.process.registrantduty;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.process.Facts;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.domain.MissingNameLookup.Found;
import io.domainflow.process.paperwork.RegistrantDuty;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Looks at a name whose registrant had something to do. The registrar does not say whether it was
 * done; that the registry has let the name live, or resolve, does.
 */
@Component
class LookUpDutyWorker implements Worker.Repeatable<Found> {

  private static final String DONE = "DONE";

  private final RegistrantDuty duty;
  private final DomainReadings readings;
  private final OrderedNames orderedNames;
  private final Clock clock;

  LookUpDutyWorker(
      RegistrantDuty duty, DomainReadings readings, OrderedNames orderedNames, Clock clock) {
    this.duty = duty;
    this.readings = readings;
    this.orderedNames = orderedNames;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "look-up-duty";
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }

  @Override
  public Found ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return MissingNameLookup.look(
        order.request().domain(), order.createdAt(), registrar.reader(order.request().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Found found) {
    if (!found.isHere()) {
      return gone(order, found.gone().status() == DomainStatus.TRANSFERRED_AWAY);
    }
    ReadDomain.Result domain = found.here();
    readings.store(order, domain);
    if (domain.deleting()) {
      return gone(order, false);
    }
    if (!domain.state().heldByRegistry()) {
      return standing(DONE);
    }
    // The rules may have changed since: then there is nothing left to wait for.
    Map<String, Object> facts = new HashMap<>(duty.begins(order, clock.instant()));
    boolean left = Boolean.TRUE.equals(facts.remove(RegistrantDuty.DUTY_LEFT.name()));
    return StepResult.done(
        new Facts()
            .and(facts)
            .and(RegistrantDutyProcess.DUTY_STANDING, left ? "OPEN" : DONE)
            .map());
  }

  // If the holder wanted it, nobody has to be told of a loss.
  private StepResult gone(ProvisioningOrder order, boolean moved) {
    return standing(moved || orderedNames.isDeletionOrdered(order) ? "LEFT" : "GONE");
  }

  private static StepResult standing(String standing) {
    return StepResult.done(Facts.of(RegistrantDutyProcess.DUTY_STANDING, standing));
  }
}
