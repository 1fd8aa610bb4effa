package io.domainflow.process.transfer;

import io.domainflow.order.WaitingFor.Code;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/**
 * What is in the way of a transfer and can be put right.
 *
 * @param code what the order waits for
 * @param text for people: what it is and what to do
 * @param until when it ends by itself; null if it does not, or nobody says when
 */
record Obstacle(Code code, String text, Instant until) {

  Obstacle(Code code, String text) {
    this(code, text, null);
  }

  /** As facts for the model. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new HashMap<>();
    facts.put(DomainTransferProcess.NEXT_STEP, "REPAIR");
    facts.put(DomainTransferProcess.REPAIRED, false);
    facts.put(DomainTransferProcess.OBSTACLE, code.name());
    facts.put(DomainTransferProcess.OBSTACLE_TEXT, text);
    facts.put(DomainTransferProcess.OBSTACLE_UNTIL, until == null ? null : Date.from(until));
    return facts;
  }

  /**
   * What the order waits for says when that ends by itself; where an operator has to act, when the
   * task is due.
   *
   * @param end when the obstacle ends by itself; null if that is not known
   * @param due when the task is due; null if it has no such time
   */
  static Instant until(Code code, Instant end, Instant due) {
    return code == Code.TOO_YOUNG ? end : due;
  }
}
