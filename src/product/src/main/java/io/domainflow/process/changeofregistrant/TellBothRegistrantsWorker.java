package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells both registrants that the registrant has changed. */
@Component
class TellBothRegistrantsWorker implements Worker.Asking<Optional<Void>> {

  private final ChangeNotices notices;

  TellBothRegistrantsWorker(ChangeNotices notices) {
    this.notices = notices;
  }

  @Override
  public Optional<Void> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    notices.changed(order);
    return Optional.empty();
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<Void> nothing) {
    return StepResult.done(Map.of());
  }
}
