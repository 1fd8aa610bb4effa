package io.domainflow.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells a waiting transfer that something may have happened, so that it looks now and not at its
 * next own look. Told too often or for nothing it only looks once more.
 */
@Component
public class TransferNews {

  /** What a transfer waits for between its own looks. */
  public static final String MESSAGE = "Msg_TransferNews";

  private final RuntimeService runtime;

  TransferNews(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  /**
   * Tells the process of an order; to be called in a transaction.
   *
   * @return false if it does not wait just now: it is looking, or it has ended
   */
  public boolean tell(String processInstanceId) {
    try {
      runtime
          .createMessageCorrelation(MESSAGE)
          .processInstanceId(processInstanceId)
          .correlateWithResult();
      return true;
    } catch (MismatchingMessageCorrelationException e) {
      return false;
    }
  }
}
