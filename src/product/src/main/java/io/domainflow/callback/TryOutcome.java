package io.domainflow.callback;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of one attempt.
 *
 * @param at when it began
 * @param took how long it took
 * @param status of the answer; null if there was none
 * @param error what went wrong, for people; null if nothing did
 * @param retryAfter how long the receiver asks us to wait; null if it does not
 */
record TryOutcome(
    Instant at,
    Duration took,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable Duration retryAfter) {

  private static final int GONE = 410;

  boolean delivered() {
    return error == null;
  }

  /** Whether the receiver says that it no longer accepts events. */
  boolean gone() {
    return status != null && status == GONE;
  }
}
