package io.domainflow.process.order;

import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells an order that waits for a registry that something may have happened, so that it checks now
 * and not at its next planned time. A superfluous signal only causes another check.
 */
@Component
public class RegistryUpdateSignal {

  /** The messages that processes wait for between their own checks. */
  private static final Set<String> MESSAGES =
      Set.of(
          "Msg_TransferNews",
          "Msg_RegistrationNews",
          "Msg_ChangeNews",
          "Msg_RestorationNews",
          "Msg_DeletionNews");

  private final RuntimeService runtime;

  RegistryUpdateSignal(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * Tells the process of an order; to be called in a transaction.
   *
   * @return false if it does not wait just now: it is checking, or has ended
   */
  public boolean tell(@Nullable String processInstanceId) {
    return OrderInstances.waitingFor(MESSAGES, processInstanceId, runtime)
        .filter(this::tell)
        .isPresent();
  }

  // Signals all of them, because one that no longer waits is not an error: an exception would end
  // the transaction.
  private boolean tell(EventSubscription waiting) {
    return !runtime
        .createMessageCorrelation(waiting.getEventName())
        .processInstanceId(waiting.getProcessInstanceId())
        .correlateAllWithResult()
        .isEmpty();
  }
}
