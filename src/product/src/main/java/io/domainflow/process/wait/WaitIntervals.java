package io.domainflow.process.wait;

import java.time.Duration;
import java.time.Instant;

/**
 * The intervals of an order's wait for a decision by others.
 *
 * @param firstLook time until the first check
 * @param lookEvery time between later checks
 * @param askAfter time until an operator is asked, and until one is asked again
 */
public record WaitIntervals(Duration firstLook, Duration lookEvery, Duration askAfter) {

  /** When to check for the first time. */
  public Instant firstLookAt(Instant now) {
    return now.plus(firstLook);
  }

  /** When to check again. */
  public Instant nextLookAt(Instant now) {
    return now.plus(lookEvery);
  }

  /** When to ask an operator, or to ask again. */
  public Instant askAt(Instant now) {
    return now.plus(askAfter);
  }
}
