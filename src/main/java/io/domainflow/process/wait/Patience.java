package io.domainflow.process.wait;

import java.time.Duration;
import java.time.Instant;

/**
 * How patiently an order waits for what others decide.
 *
 * @param firstLook how long until the first look how it stands
 * @param lookEvery how long from one look to the next after that
 * @param askAfter how long until an operator is asked, and until one is asked again
 */
public record Patience(Duration firstLook, Duration lookEvery, Duration askAfter) {

  /** When to look for the first time. */
  public Instant firstLookAt(Instant now) {
    return now.plus(firstLook);
  }

  /** When to look again. */
  public Instant nextLookAt(Instant now) {
    return now.plus(lookEvery);
  }

  /** When to ask an operator, or to ask again. */
  public Instant askAt(Instant now) {
    return now.plus(askAfter);
  }
}
