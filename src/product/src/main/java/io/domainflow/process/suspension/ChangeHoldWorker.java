package io.domainflow.process.suspension;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.progress.SuspensionPlan.HoldChange;
import io.domainflow.order.progress.Suspensions;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.HoldDomain;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Puts the name on hold, or lets it resolve again. Not every zone supports the hold: a name that
 * cannot be put on hold continues to resolve, and the order says so.
 *
 * <ul>
 *   <li>{@code Err_SuspensionRefused}: the registrar does not let the name resolve again
 * </ul>
 */
@Component
class ChangeHoldWorker implements Worker.Asking<HoldDomain.Result> {

  private final Orders orders;
  private final Suspensions suspensions;

  ChangeHoldWorker(Orders orders, Suspensions suspensions) {
    this.orders = orders;
    this.suspensions = suspensions;
  }

  @Override
  public HoldDomain.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ensure(
        order.content().account(), new HoldDomain(order.content().domain(), isToHold(order)));
  }

  private boolean isToHold(ProvisioningOrder order) {
    return suspensions.plan(order.id()).holdChange() == HoldChange.PUT;
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, HoldDomain.Result changed) {
    suspensions.held(order.content().account(), order.content().domain(), isToHold(order));
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    if (isToHold(order)) {
      suspensions.holdRefused(order.id(), refusal.words());
      return StepResult.done(Map.of());
    }
    orders.awaitsRegistry(order.id(), false);
    orders.refused(order.id(), new Refusal(Set.of(), refusal.words()));
    return StepResult.error(DomainSuspensionProcess.ERROR_SUSPENSION_REFUSED);
  }
}
