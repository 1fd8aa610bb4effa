package io.domainflow.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limits the requests of each login on this node: so many per minute, and as many at once after a
 * quiet minute.
 *
 * <p>Measured in the machine's own time, not by the application's clock: it protects the machine,
 * and a clock that is set back would lock everybody out until it is back at the earlier time.
 */
class RequestLimits {

  private static final int KEPT = 10_000;

  private final TimeMeter time;
  private final Map<String, Limit> limits =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Limit> eldest) {
          return size() > KEPT;
        }
      };

  RequestLimits(TimeMeter time) {
    this.time = time;
  }

  /**
   * Counts a request.
   *
   * @param perMinute how many this login may send; a changed limit starts the count anew
   * @return how long to wait if it is one too many; it is not counted then
   */
  Optional<Duration> count(String login, int perMinute) {
    ConsumptionProbe probe = bucket(login, perMinute).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private synchronized Bucket bucket(String login, int perMinute) {
    Limit limit = limits.get(login);
    if (limit == null || limit.perMinute != perMinute) {
      limit = new Limit(perMinute, fresh(perMinute));
      limits.put(login, limit);
    }
    return limit.bucket;
  }

  private Bucket fresh(int perMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private record Limit(int perMinute, Bucket bucket) {}
}
