package io.domainflow.process.worker;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Growing pauses with jitter, so that what failed together does not come back together. */
final class RetrySchedule {

  private static final Duration FIRST_OUTAGE_PAUSE = Duration.ofSeconds(5);
  private static final Duration SPREAD = Duration.ofMinutes(1);

  private final List<Duration> pauses;
  private final Duration longestOutagePause;
  private final DoubleSupplier random;

  /**
   * @param random between 0 and 1
   */
  RetrySchedule(List<Duration> pauses, Duration longestOutagePause, DoubleSupplier random) {
    this.pauses = List.copyOf(pauses);
    this.longestOutagePause = longestOutagePause;
    this.random = random;
  }

  /** Tries left after a failure; null on the first one, as the engine counts. */
  int retriesAfter(@Nullable Integer retriesBefore) {
    return retriesBefore == null ? pauses.size() : Math.max(retriesBefore - 1, 0);
  }

  /** Tries left after a try that counts for nothing. */
  int retriesKept(@Nullable Integer retriesBefore) {
    return retriesBefore == null ? pauses.size() + 1 : retriesBefore;
  }

  /** Pause before the next try. */
  Duration pauseBefore(int retriesLeft) {
    int index = Math.min(Math.max(pauses.size() - retriesLeft, 0), pauses.size() - 1);
    return jittered(pauses.get(index));
  }

  /** Pause after so many tries in a row found the registrar unavailable. */
  Duration outagePause(int tries) {
    Duration pause = FIRST_OUTAGE_PAUSE.multipliedBy(1L << Math.min(tries, 10));
    return jittered(pause.compareTo(longestOutagePause) < 0 ? pause : longestOutagePause);
  }

  /** A wait until a certain moment, and up to a minute more. */
  Duration spread(Duration wait) {
    return wait.plusMillis((long) (SPREAD.toMillis() * random.getAsDouble()));
  }

  private Duration jittered(Duration pause) {
    return Duration.ofMillis((long) (pause.toMillis() * (0.8 + 0.4 * random.getAsDouble())));
  }
}
