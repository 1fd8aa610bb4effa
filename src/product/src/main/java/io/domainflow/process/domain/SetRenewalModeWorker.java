package io.domainflow.process.domain;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.NameSetup;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.SetRenewalMode;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Sets the renewal mode of a name that arrived without it, by an application or a transfer. With
 * the account's default mode it might be renewed although nobody pays for it. A refusal shows when
 * the name is read back.
 */
@Component
class SetRenewalModeWorker implements Worker.Asking<SetRenewalMode.Result> {

  @Override
  public SetRenewalMode.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ensure(
        order.content().account(),
        new SetRenewalMode(
            order.content().domain(), order.content().as(NameSetup.class).renewalMode()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, SetRenewalMode.Result set) {
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return StepResult.done(Map.of());
  }
}
