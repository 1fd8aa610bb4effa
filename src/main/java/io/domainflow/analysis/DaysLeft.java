package io.domainflow.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How many days are left by the calendar. */
final class DaysLeft {

  private DaysLeft() {}

  /**
   * In UTC: 0 for the rest of today; below zero when it is over.
   *
   * @param until null if no end is known, and so is the answer
   */
  static @Nullable Long of(Instant now, @Nullable Instant until) {
    return until == null ? null : ChronoUnit.DAYS.between(day(now), day(until));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
