package io.domainflow.process.restoration;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Restoration;
import io.domainflow.order.progress.Restorations;
import io.domainflow.process.task.TaskDeadline;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * A task must be done before the redemption period ends, because after it a deleted name cannot be
 * restored.
 */
@Component
class RestorableDeadline implements TaskDeadline {

  private final Restorations restorations;

  RestorableDeadline(Restorations restorations) {
    this.restorations = restorations;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(RestorationProcess.TASK_APPROVE_RESTORE_PRICE);
  }

  @Override
  public Optional<Instant> of(ProvisioningOrder order, DelegateTask task) {
    return restorations.find(order.id()).map(Restoration::restorableUntil);
  }
}
