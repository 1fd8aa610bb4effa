package io.domainflow.process.worker;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Growing pauses with jitter, so that tasks that failed together are not all tried again together.
 */
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

  /** Tries left after a failure; null on the first one, as in the engine. */
  int retriesAfter(@Nullable Integer retriesBefore) {
    return retriesBefore == null ? pauses.size() : Math.max(retriesBefore - 1, 0);
  }

  /** Tries left after a try that does not count. */
  int retriesKept(@Nullable Integer retriesBefore) {
    return retriesBefore == null ? pauses.size() + 1 : retriesBefore;
  }

  /** Pause before the next try. */
  Duration pauseBefore(int retriesLeft) {
    int index = Math.min(Math.max(pauses.size() - retriesLeft, 0), pauses.size() - 1);
    return jittered(pauses.get(index));
  }

  /** Pause after this many tries in a row found the registrar unavailable. */
  Duration outagePause(int tries) {
    Duration pause = FIRST_OUTAGE_PAUSE.multipliedBy(1L << Math.min(tries, 10));
    return jittered(pause.compareTo(longestOutagePause) < 0 ? pause : longestOutagePause);
  }

  /** The wait until a certain moment, plus up to a minute. */
  Duration spread(Duration wait) {
    return wait.plusMillis((long) (SPREAD.toMillis() * random.getAsDouble()));
  }

  private Duration jittered(Duration pause) {
    return Duration.ofMillis((long) (pause.toMillis() * (0.8 + 0.4 * random.getAsDouble())));
  }
}
