package io.domainflow.process.registrantduty;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.OrderedNames;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.domain.MissingNameLookup;
import io.domainflow.process.domain.MissingNameLookup.Result;
import io.domainflow.process.paperwork.RegistrantDuty;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Checks a name whose registrant had something to do. The registrar does not say whether it was
 * done; the sign is that the registry has kept the name, or lets it resolve.
 */
@Component
class LookUpDutyWorker implements Worker.Asking<Result> {

  private static final String DONE = "DONE";

  private final Orders orders;
  private final RegistrantDuty duty;
  private final DomainReadings readings;
  private final OrderedNames orderedNames;
  private final Clock clock;

  LookUpDutyWorker(
      Orders orders,
      RegistrantDuty duty,
      DomainReadings readings,
      OrderedNames orderedNames,
      Clock clock) {
    this.orders = orders;
    this.duty = duty;
    this.readings = readings;
    this.orderedNames = orderedNames;
    this.clock = clock;
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return MissingNameLookup.find(
        order.content().domain(), order.createdAt(), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result found) {
    if (found instanceof Result.Gone gone) {
      boolean moved = gone.name().status() == DomainStatus.TRANSFERRED_AWAY;
      return gone(order, moved, gone.name().how());
    }
    ReadDomain.Result domain = ((Result.Here) found).domain();
    readings.store(order, domain);
    if (domain.deleting()) {
      return gone(order, false, "it is being deleted");
    }
    if (!domain.state().heldByRegistry()) {
      return ended(
          order,
          DONE,
          "The name is still here and not on hold at the registry, so nothing is left to do.");
    }
    // The rules may have changed since: then there is nothing left to wait for.
    Instant now = clock.instant();
    Map<String, Object> facts = new HashMap<>(duty.begins(order, now));
    boolean left = Boolean.TRUE.equals(facts.remove(RegistrantDuty.DUTY_LEFT.name()));
    if (!left) {
      return ended(order, DONE, "Nobody waits for it any longer.");
    }
    orders.remark(order.id(), duty.remark(order, now));
    return StepResult.done(
        new StepVariables().and(facts).and(RegistrantDutyProcess.DUTY_STANDING, "OPEN").map());
  }

  // A name that the registrant wanted deleted is no loss to report.
  private StepResult gone(ProvisioningOrder order, boolean moved, String how) {
    if (orderedNames.isDeletionOrdered(order)) {
      return ended(order, "LEFT", "An order has deleted the name since, so nothing is left to do.");
    }
    return moved
        ? ended(order, "LEFT", "The name has left since: " + how + ". Nothing is left to do.")
        : ended(order, "GONE", "The name is gone: " + how + ".");
  }

  // Otherwise everyone who opens the order would read for ever that something still has to be done.
  private StepResult ended(ProvisioningOrder order, String standing, String how) {
    RegistrantDuty.remarkOfEnded(order, how).ifPresent(remark -> orders.remark(order.id(), remark));
    return StepResult.done(StepVariables.of(RegistrantDutyProcess.DUTY_STANDING, standing));
  }
}
