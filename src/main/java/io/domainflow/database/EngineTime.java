package io.domainflow.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as the engine's tables have them: without a zone, in the zone of this machine. */
public final class EngineTime {

  private EngineTime() {}

  /** For a parameter that is compared with a column. */
  public static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }

  /**
   * A column of a row; null where it has no value.
   *
   * @throws SQLException if there is no such column, or it is not a time
   */
  public static @Nullable Instant of(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
