package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells the prior registrant of the request before it is sent, once, and only where consents count.
 */
@Component
class TellPriorRegistrantWorker implements Worker.Asking<Optional<Void>> {

  private final ChangeNotices notices;
  private final RegistrantChanges changes;

  TellPriorRegistrantWorker(ChangeNotices notices, RegistrantChanges changes) {
    this.notices = notices;
    this.changes = changes;
  }

  @Override
  public Optional<Void> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    RegistrantChange change = changes.get(order.id());
    if (change.termsOrThrow().consentsNeeded() && change.course().requestedAt() == null) {
      notices.ordered(order);
    }
    return Optional.empty();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<Void> nothing) {
    return StepResult.done(Map.of());
  }
}
