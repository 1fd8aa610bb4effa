package io.domainflow.process.suspension;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.progress.Suspension;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.SetRenewalMode;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Sets the renewal mode, and reverses a renewal that was already charged. Not every account can
 * reverse a charge: the mode still applies, and the coming period stays paid.
 *
 * <ul>
 *   <li>{@code Err_SuspensionRefused}: the registrar refuses the mode
 * </ul>
 */
@Component
class ChangeRenewalModeWorker implements Worker.Asking<SetRenewalMode.Result> {

  private final Orders orders;
  private final Suspensions suspensions;

  ChangeRenewalModeWorker(Orders orders, Suspensions suspensions) {
    this.orders = orders;
    this.suspensions = suspensions;
  }

  @Override
  public SetRenewalMode.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    if (suspensions.plan(order.id()).takeBack()) {
      try {
        return registrar.ensure(order.content().account(), command(order, true));
      } catch (Refused e) {
        // Perhaps only the reversal is refused.
      }
    }
    return registrar.ensure(order.content().account(), command(order, false));
  }

  private static SetRenewalMode command(ProvisioningOrder order, boolean takeBack) {
    return new SetRenewalMode(
        order.content().domain(),
        order.content().as(SuspensionOrder.class).renewalMode(),
        takeBack);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, SetRenewalMode.Result set) {
    Operation operation = order.content().operation();
    if (operation != Operation.UNSUSPEND) {
      suspensions.remember(
          order,
          operation == Operation.CANCEL ? Suspension.Kind.CANCELLED : Suspension.Kind.SUSPENDED,
          suspensions.plan(order.id()).modeBefore());
    }
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    orders.awaitsRegistry(order.id(), false);
    orders.refused(order.id(), new Refusal(Set.of(), refusal.words()));
    return StepResult.error(DomainSuspensionProcess.ERROR_SUSPENSION_REFUSED);
  }
}
