package io.domainflow.order.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A failed step of an order.
 *
 * @param step its name in the model, such as «Register domain»
 * @param activity its id in the model
 * @param what what happened, whether money was spent and what to do next, for people, without
 *     personal data
 * @param since when it first failed
 * @param tries how often it has failed
 * @param nextTryAt the latest time of the next automatic attempt; null if there is none
 */
public record OrderTrouble(
    String step,
    String activity,
    State state,
    String what,
    Instant since,
    int tries,
    @Nullable Instant nextTryAt) {

  /** Whether it is retried automatically. */
  public enum State {
    /** It is retried automatically. */
    RETRYING,
    /** An administrator has to retry it in Cockpit, once the cause is gone. */
    STOPPED
  }
}
