package io.domainflow.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Counts the remaining calendar days. */
final class DaysLeft {

  private DaysLeft() {}

  /**
   * The number of days in UTC: 0 for the rest of today; below zero afterwards.
   *
   * @param until null if no end is known; then the result is null
   */
  static @Nullable Long of(Instant now, @Nullable Instant until) {
    return until == null ? null : ChronoUnit.DAYS.between(day(now), day(until));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
