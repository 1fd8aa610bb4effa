package io.domainflow.process.suspension;

import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads the name back. The stored data of a reactivated name is deleted here. A name that has left
 * the account since then does not undo what was done to it.
 */
@Component
class ReadBackSuspensionWorker implements Worker.Asking<ReadDomain.Result> {

  private final Orders orders;
  private final Suspensions suspensions;
  private final DomainReadings readings;

  ReadBackSuspensionWorker(Orders orders, Suspensions suspensions, DomainReadings readings) {
    this.orders = orders;
    this.suspensions = suspensions;
    this.readings = readings;
  }

  @Override
  public ReadDomain.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ask(order.content().account(), new ReadDomain(order.content().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ReadDomain.Result domain) {
    readings.store(order, domain);
    return done(
        order,
        new Outcome(
            code(order.content().operation()),
            domain.periodEnd(),
            domain.renewalMode().orElse(null),
            domain.transferLockedUntil().orElse(null),
            SuspensionRemarks.of(order, suspensions.plan(order.id()), domain)));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (!refusal.saysNotHere()) {
      throw refusal;
    }
    return done(
        order,
        new Outcome(
            code(order.content().operation()),
            null,
            null,
            null,
            SuspensionRemarks.hasLeft(suspensions.plan(order.id()))));
  }

  private StepResult done(ProvisioningOrder order, Outcome outcome) {
    orders.awaitsRegistry(order.id(), false);
    if (order.content().operation() == Operation.UNSUSPEND) {
      suspensions.forget(order.content().account(), order.content().domain());
    }
    orders.recordOutcome(order.id(), outcome);
    return StepResult.done(Map.of());
  }

  private static Outcome.Code code(Operation operation) {
    return switch (operation) {
      case SUSPEND -> Outcome.Code.SUSPENDED;
      case UNSUSPEND -> Outcome.Code.UNSUSPENDED;
      case CANCEL -> Outcome.Code.CANCELLED_AT_END;
      default -> throw new IllegalStateException(operation + " is not done here");
    };
  }
}
