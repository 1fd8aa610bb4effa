package io.domainflow.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants as our tables have them. */
final class Instants {

  private Instants() {}

  /** A column; null where it has no value. */
  static Instant of(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /**
   * How many whole days are left; below zero when it is over, null if no end is known.
   *
   * @param until null if no end is known
   */
  static Long daysLeft(Instant now, Instant until) {
    return until == null
        ? null
        : Math.floorDiv(Duration.between(now, until).toSeconds(), Duration.ofDays(1).toSeconds());
  }
}
