package io.domainflow.process.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes timetables as the timers of a model need them. */
public final class Timetable {

  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timetable() {}

  /**
   * A repetition with this interval, counted from a time. The engine counts from the first start
   * whenever it plans the next one, so the first is the last that was due.
   *
   * @param origin a time at which it starts, in the past or the future
   * @return an ISO-8601 repetition: {@code R/2026-11-27T05:00:00.000Z/PT24H}
   */
  public static String every(Duration pause, Instant origin, Instant now) {
    long passed = Math.floorDiv(Duration.between(origin, now).toMillis(), pause.toMillis());
    Instant last = origin.plus(pause.multipliedBy(passed));
    return "R/" + START.format(last) + "/" + pause;
  }
}
