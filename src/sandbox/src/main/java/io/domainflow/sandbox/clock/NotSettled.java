package io.domainflow.sandbox.clock;

import java.time.Instant;
import java.util.List;

/** Thrown if work due at an instant was not completed while the clock stood there. */
public final class NotSettled extends RuntimeException {

  private final transient List<String> unfinished;

  NotSettled(Instant at, List<String> unfinished) {
    super("The clock stands at " + at + ". Not done in time: " + String.join("; ", unfinished));
    this.unfinished = List.copyOf(unfinished);
  }

  public List<String> unfinished() {
    return unfinished;
  }
}
