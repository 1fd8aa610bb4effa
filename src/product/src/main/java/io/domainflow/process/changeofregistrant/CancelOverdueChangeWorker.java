package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange.Withdrawal;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cancels a change that nobody has confirmed within its time and the grace after it. */
@Component
class CancelOverdueChangeWorker implements Worker.Asking<Optional<Void>> {

  private final ChangeWithdrawal withdrawal;
  private final RegistrantChanges changes;

  CancelOverdueChangeWorker(ChangeWithdrawal withdrawal, RegistrantChanges changes) {
    this.withdrawal = withdrawal;
    this.changes = changes;
  }

  @Override
  public Optional<Void> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    withdrawal.ask(order, registrar);
    return Optional.empty();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<Void> asked) {
    changes.withdrawn(order.id(), Withdrawal.DEADLINE);
    return StepResult.done(Map.of());
  }
}
