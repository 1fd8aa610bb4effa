package io.domainflow.process.transfer;

import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.StepVariables;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An obstacle to a transfer that can be removed.
 *
 * @param code what the order waits for
 * @param text for people: what it is and what to do
 * @param until when it ends automatically; null if it does not, or the time is not known
 */
record TransferBlocker(Code code, String text, @Nullable Instant until) {

  TransferBlocker(Code code, String text) {
    this(code, text, null);
  }

  /** The obstacle as variables for the model. */
  Map<String, Object> facts() {
    return new StepVariables()
        .and(DomainTransferProcess.NEXT_STEP, "REPAIR")
        .and(DomainTransferProcess.REPAIRED, false)
        .and(DomainTransferProcess.OBSTACLE, code.name())
        .and(DomainTransferProcess.OBSTACLE_TEXT, text)
        .and(DomainTransferProcess.OBSTACLE_UNTIL, until)
        .map();
  }

  /**
   * The end of what the order waits for: when the obstacle ends automatically, or, where an
   * operator has to act, when the task is due.
   *
   * @param end when the obstacle ends automatically; null if that is not known
   * @param due when the task is due; null if it has no due date
   */
  static @Nullable Instant until(Code code, @Nullable Instant end, @Nullable Instant due) {
    return code == Code.TOO_YOUNG ? end : due;
  }
}
