package io.domainflow.process.renewal;

import io.domainflow.model.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Calculates the ends of periods: by calendar days and years, in UTC. */
final class RenewalDates {

  /** No registry of a generic top-level domain allows a longer period (RFC 5731, 2.8). */
  private static final int MOST_YEARS = 10;

  private RenewalDates() {}

  static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** The end of a period that begins at a time. */
  static Instant plus(Instant start, Period period) {
    return start.atOffset(ZoneOffset.UTC).plusYears(period.years()).toInstant();
  }

  /** Whether a period would end further ahead than registries allow. */
  static boolean isBeyondTenYears(Instant end, Period period, Instant now) {
    return day(end).plusYears(period.years()).isAfter(day(now).plusYears(MOST_YEARS));
  }

  /** A date and time for people. */
  static String text(Instant time) {
    return day(time).toString();
  }
}
