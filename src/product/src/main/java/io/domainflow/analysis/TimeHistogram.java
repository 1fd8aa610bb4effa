package io.domainflow.analysis;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts how many orders took how long, in classes of durations. */
final class TimeHistogram {

  private final SortedMap<Integer, Long> orders = new TreeMap<>();
  private long all;

  void add(int timeClass, long more) {
    orders.merge(timeClass, more, Long::sum);
    all += more;
  }

  long all() {
    return all;
  }

  /**
   * The shortest time within which this share of the orders was completed, in seconds.
   *
   * @param share above 0, up to 1
   * @return null if there are none
   */
  @Nullable Double within(double share) {
    long wanted = (long) Math.ceil(share * all);
    long seen = 0;
    for (Map.Entry<Integer, Long> entry : orders.entrySet()) {
      seen += entry.getValue();
      if (seen >= wanted) {
        return TimeClass.seconds(entry.getKey());
      }
    }
    return null;
  }
}
