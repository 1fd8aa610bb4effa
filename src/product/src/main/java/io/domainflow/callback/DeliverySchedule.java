package io.domainflow.callback;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a delivery is tried: ten times over a little more than three days. A receiver that
 * was down over a weekend gets everything automatically.
 */
final class DeliverySchedule {

  /** Longest wait that a receiver can request. */
  static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

  // The waits after each try; the first try is made at once.
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Number of tries before a delivery is given up. */
  static final int TRIES = WAITS.size() + 1;

  // Later only, never earlier: the time during which we try is a promise.
  private static final double MOST_JITTER = 0.1;

  private DeliverySchedule() {}

  /**
   * How long to wait after a failed try, with a small random addition, so that many deliveries that
   * failed at the same moment are not all tried again at the same moment.
   *
   * @param tries made so far, one to nine
   * @param retryAfter how long the receiver asks us to wait, or null
   */
  static Duration waitAfter(int tries, @Nullable Duration retryAfter) {
    long millis = WAITS.get(tries - 1).toMillis();
    long jitter = (long) (millis * MOST_JITTER * ThreadLocalRandom.current().nextDouble());
    Duration wait = Duration.ofMillis(millis + jitter);
    return retryAfter == null ? wait : later(wait, earlier(retryAfter, LONGEST_RETRY_AFTER));
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
