package io.domainflow;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Detects that a statement of the application waits for a lock that a test holds. */
public final class LockWait {

  private LockWait() {}

  /** Whether a statement on this table waits. */
  public static boolean isAt(String table, JdbcClient jdbc) {
    return jdbc.sql(
            """
            select exists (select 1 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'
                and query ilike '%' || :table || '%')
            """)
        .param("table", table)
        .query(Boolean.class)
        .single();
  }
}
