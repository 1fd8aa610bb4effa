package io.domainflow.process;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells an order that waits for a registry that something may have happened, so that it looks now
 * and not at its next own look. Told too often or for nothing it only looks once more.
 */
@Component
public class RegistryNews {

  /** What the processes wait for between their own looks. */
  private static final List<String> MESSAGES =
      List.of(
          "Msg_TransferNews",
          "Msg_RegistrationNews",
          "Msg_ChangeNews",
          "Msg_RestorationNews",
          "Msg_DeletionNews");

  private final RuntimeService runtime;

  RegistryNews(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * Tells the process of an order; to be called in a transaction.
   *
   * @return false if it does not wait just now: it is looking, or it has ended
   */
  public boolean tell(String processInstanceId) {
    // A called process may be what waits.
    return OrderInstances.of(processInstanceId, runtime)
        .anyMatch(instance -> MESSAGES.stream().anyMatch(message -> tell(instance, message)));
  }

  // All, because one that waits for nothing is no error: an exception would end the transaction.
  private boolean tell(String processInstanceId, String message) {
    return !runtime
        .createMessageCorrelation(message)
        .processInstanceId(processInstanceId)
        .correlateAllWithResult()
        .isEmpty();
  }
}
