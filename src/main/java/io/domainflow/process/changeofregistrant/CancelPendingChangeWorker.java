package io.domainflow.process.changeofregistrant;

import io.domainflow.ispapi.command.CancelDomainTrade;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Cancels the change that is in the way of this one, because an operator has decided so. What the
 * registrar answers decides nothing: the comparison that follows tells whether it is gone.
 */
@Component
class CancelPendingChangeWorker implements Worker.Repeatable<CancelDomainTrade.Result> {

  @Override
  public String topic() {
    return "cancel-pending-change";
  }

  @Override
  public CancelDomainTrade.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ensure(
        order.request().account(), new CancelDomainTrade(order.request().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, CancelDomainTrade.Result cancelled) {
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return StepResult.done(Map.of());
  }
}
