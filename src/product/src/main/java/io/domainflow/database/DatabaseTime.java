package io.domainflow.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * Times in our tables: with a time zone, which is always UTC. For the engine's tables use {@link
 * EngineTime}.
 */
public final class DatabaseTime {

  private DatabaseTime() {}

  /** Converts a parameter, since the driver does not accept {@link Instant}; null stays null. */
  @Contract("!null -> !null")
  public static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * Reads a column that is never null.
   *
   * @throws SQLException if there is no such column, or it is not a time
   */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * Reads a column that may be null.
   *
   * @throws SQLException if there is no such column, or it is not a time
   */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
