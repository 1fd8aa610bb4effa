package io.domainflow.process.task;

import io.domainflow.order.ProvisioningOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * The last moment at which a task makes sense, depending on its order: the end of a redemption
 * period, the last day of a confirmation. The task is never due later than that, however long
 * {@code TaskPolicy.dmn} allows.
 */
public interface TaskDeadline {

  /** Task definition keys of the user tasks. */
  Set<String> tasks();

  /** The last moment; empty if none is known. */
  Optional<Instant> of(ProvisioningOrder order, DelegateTask task);
}
