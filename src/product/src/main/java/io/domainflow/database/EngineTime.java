package io.domainflow.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times in the engine's tables: without a time zone, in the zone of this machine. */
public final class EngineTime {

  private EngineTime() {}

  /** Converts a parameter for comparison with a column. */
  public static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }

  /**
   * Reads a column that always has a value.
   *
   * @throws SQLException if there is no such column, or it is not a time
   */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  /**
   * Reads a column that may be null.
   *
   * @throws SQLException if there is no such column, or it is not a time
   */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
