package io.domainflow.analysis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Times as the engine's tables have them: without a zone, in the zone of this machine. */
final class EngineTime {

  private EngineTime() {}

  /** An instant, to be compared with a column. */
  static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }

  /** A column; null where it has no value. */
  static Instant of(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
