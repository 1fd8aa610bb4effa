package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CancelRegistrantChange;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Cancels the change that blocks this one, because an operator has decided so. The registrar's
 * answer decides nothing: the comparison that follows shows whether the change is gone.
 */
@Component
class CancelPendingChangeWorker implements Worker.Asking<CancelRegistrantChange.Result> {

  @Override
  public CancelRegistrantChange.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ensure(
        order.content().account(), new CancelRegistrantChange(order.content().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, CancelRegistrantChange.Result cancelled) {
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return StepResult.done(Map.of());
  }
}
