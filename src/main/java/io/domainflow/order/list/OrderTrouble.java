package io.domainflow.order.list;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of an order that could not be carried out.
 *
 * @param step its name in the model, such as «Register domain»
 * @param activity its id in the model
 * @param what what happened, whether money was spent and what to do next: for people, without
 *     personal data
 * @param since when it failed first
 * @param tries how often it has failed
 * @param nextTryAt when it is tried again automatically at the latest; null if it is not
 */
public record OrderTrouble(
    String step,
    String activity,
    State state,
    String what,
    Instant since,
    int tries,
    @Nullable Instant nextTryAt) {

  /** Whether it continues automatically. */
  public enum State {
    /** It is tried again automatically. */
    RETRYING,
    /** An administrator has to retry it in Cockpit, after the reason is gone. */
    STOPPED
  }
}
