package io.domainflow.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Distributes the orders of a shop over time: on working days more than at the weekend, by day more
 * than at night, and a little more each week. As everywhere in stories, times are durations before
 * the end of the demo data. All orders of an hour are placed in the same minute, so that the clock
 * stops once for them.
 */
final class ShopHours {

  /** How busy each day is, from Monday to Sunday. */
  private static final double[] DAYS = {1.15, 1.2, 1.15, 1.1, 1.0, 0.55, 0.4};

  /** How busy each hour is, from midnight on, in UTC. */
  private static final double[] HOURS = {
    0.15, 0.1, 0.05, 0.05, 0.05, 0.1, 0.3, 0.8, 1.3, 1.6, 1.6, 1.4, //
    1.1, 1.3, 1.5, 1.5, 1.4, 1.1, 0.9, 0.9, 0.9, 0.7, 0.45, 0.25
  };

  /** How much busier the last day is than the first. */
  private static final double GROWTH = 0.6;

  /** Orders placed later than this may still be under way at the end. */
  private static final int LAST_HOUR = 6;

  /** How far the start of a story may be from its written start. */
  private static final int AROUND_HOURS = 84;

  private static final int MINUTES = 60;

  private final Instant end;
  private final Random random;
  private final List<Duration> hours = new ArrayList<>();
  private final double[] upTo;

  /**
   * @param end when the demo data ends
   * @param seed the same seed gives the same times
   */
  ShopHours(Instant end, long seed) {
    this.end = end;
    this.random = new Random(seed);
    Instant begin = end.minus(DemoData.SPAN);
    Instant hour = begin.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    Instant last = end.minus(LAST_HOUR, ChronoUnit.HOURS);
    List<Double> sums = new ArrayList<>();
    double sum = 0;
    while (hour.isBefore(last)) {
      hours.add(Duration.between(hour.plus(minute(), ChronoUnit.MINUTES), end));
      sum += busy(hour, Duration.between(begin, hour));
      sums.add(sum);
      hour = hour.plus(1, ChronoUnit.HOURS);
    }
    upTo = sums.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private int minute() {
    return random.nextInt(MINUTES);
  }

  private static double busy(Instant hour, Duration sinceBegin) {
    OffsetDateTime time = hour.atOffset(ZoneOffset.UTC);
    double grown = 1 + GROWTH * sinceBegin.toHours() / DemoData.SPAN.toHours();
    return DAYS[time.getDayOfWeek().getValue() - 1] * HOURS[time.getHour()] * grown;
  }

  /** When this number of orders is placed, the earliest first. */
  List<Duration> of(int orders) {
    List<Duration> times = new ArrayList<>();
    double all = upTo[upTo.length - 1];
    for (int i = 0; i < orders; i++) {
      times.add(at(all * (i + random.nextDouble()) / orders));
    }
    return times;
  }

  /**
   * The actual start of a story with this written start: some day of that week, at an hour of the
   * shop. Stories that begin with the demo data, or in its last weeks, keep their time: they exist
   * from the first hour on, or have a deadline at the end.
   */
  Duration near(Duration written) {
    if (written.compareTo(DemoData.SPAN) >= 0 || written.compareTo(DemoData.LAST_WEEKS) < 0) {
      return written;
    }
    double from = busyUntil(written.plusHours(AROUND_HOURS));
    double to = busyUntil(written.minusHours(AROUND_HOURS));
    return at(from + (to - from) * random.nextDouble());
  }

  private double busyUntil(Duration beforeTheEnd) {
    for (int i = 0; i < upTo.length; i++) {
      if (hours.get(i).compareTo(beforeTheEnd) < 0) {
        return i == 0 ? 0 : upTo[i - 1];
      }
    }
    return upTo[upTo.length - 1];
  }

  private Duration at(double busy) {
    int found = Arrays.binarySearch(upTo, busy);
    return hours.get(Math.min(found < 0 ? -found - 1 : found, upTo.length - 1));
  }

  /** The time by the clock. */
  Instant instant(Duration beforeTheEnd) {
    return end.minus(beforeTheEnd);
  }
}
