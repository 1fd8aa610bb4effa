package io.domainflow.process.transfer;

import io.domainflow.order.WaitingFor.Code;
import java.util.Map;

/**
 * What is in the way of a transfer and can be put right.
 *
 * @param code what the order waits for
 * @param text for people: what it is and what to do
 */
record Obstacle(Code code, String text) {

  /** As facts for the model. */
  Map<String, Object> facts() {
    return Map.of(
        DomainTransferProcess.NEXT_STEP,
        "REPAIR",
        DomainTransferProcess.REPAIRED,
        false,
        DomainTransferProcess.OBSTACLE,
        code.name(),
        DomainTransferProcess.OBSTACLE_TEXT,
        text);
  }
}
