package io.domainflow.process.update;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.update.ReadBackUpdateWorker.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks, while somebody is asked about an update that is not as ordered, whether it is so by now: a
 * registry may be slow, and an operator may have set it in the registrar's panel. A look that fails
 * is left out, because the next one follows.
 */
@Component
class LookUpUpdateWorker implements Worker.Asking<Optional<Result>> {

  private final ReadBackUpdateWorker readBack;

  LookUpUpdateWorker(ReadBackUpdateWorker readBack) {
    this.readBack = readBack;
  }

  // The task beside it may be answered meanwhile, and the update be sent again.
  @Override
  public boolean runsBesideOthers() {
    return true;
  }

  @Override
  public Optional<Result> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return Optional.of(readBack.ask(order, registrar));
    } catch (RegistrarFailure e) {
      return Optional.empty();
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<Result> seen) {
    return StepResult.done(
        StepVariables.of(
            DomainUpdateProcess.SETTLED_MEANWHILE,
            seen.isPresent() && readBack.isSettled(order, seen.get())));
  }
}
