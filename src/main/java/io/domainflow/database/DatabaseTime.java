package io.domainflow.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/**
 * Times as our tables have them: with a zone, which is always UTC. The engine's tables have {@link
 * EngineTime}.
 */
public final class DatabaseTime {

  private DatabaseTime() {}

  /** For a parameter, since the driver takes no {@link Instant}; null stays null. */
  @Contract("!null -> !null")
  public static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * A column of a row that always has a value.
   *
   * @throws SQLException if there is no such column, or it is not a time
   */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * A column of a row; null where it has no value.
   *
   * @throws SQLException if there is no such column, or it is not a time
   */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
