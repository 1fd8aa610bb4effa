package io.domainflow.process.clock;

import io.domainflow.model.StoredChanges;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each transaction that writes gets the next number. A snapshot has the lowest that is under way,
 * and the one after the highest that has ended.
 */
@Component
class DatabaseChanges implements StoredChanges {

  private final JdbcClient jdbc;

  DatabaseChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> last() {
    return jdbc.sql(
            """
            select pg_snapshot_xmax(now)::text from pg_current_snapshot() now
            where pg_snapshot_xmin(now) = pg_snapshot_xmax(now)
            """)
        .query(String.class)
        .optional();
  }
}
