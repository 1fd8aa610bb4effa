package io.domainflow.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as our tables have them. */
final class Instants {

  private Instants() {}

  /** A column; null where it has no value. */
  static Instant of(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /**
   * How many days are left by the calendar, in UTC: 0 for the rest of today; below zero when it is
   * over.
   *
   * @param until null if no end is known, and so is the answer
   */
  static Long daysLeft(Instant now, Instant until) {
    return until == null ? null : ChronoUnit.DAYS.between(day(now), day(until));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
