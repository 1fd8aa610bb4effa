package io.domainflow.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells PostgreSQL how many of the engine's authorizations include reading tasks, which it cannot
 * estimate from bits: each open task has its own authorization, and task lists are joined with
 * them. With its own estimate it compares every task with every authorization, which takes tens of
 * seconds for ten thousand tasks. The statistics help only while queries are planned for their
 * actual parameters ({@code plan_cache_mode} in application.yml).
 */
final class TaskRightsStatistics {

  /** READ for a task, and READ_TASK for a process definition. */
  private static final Map<String, String> STATISTICS =
      Map.of("domainflow_task_read", "perms_ & 2", "domainflow_process_read_task", "perms_ & 64");

  private static final Logger log = LoggerFactory.getLogger(TaskRightsStatistics.class);

  private final JdbcClient jdbc;

  TaskRightsStatistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Creates the statistics if they do not exist; the database then keeps them up to date
   * automatically.
   */
  void ensure() {
    List<String> there =
        jdbc.sql(
                """
                select stxname from pg_statistic_ext
                where stxrelid = to_regclass('act_ru_authorization')
                """)
            .query(String.class)
            .list();
    List<String> missing =
        STATISTICS.entrySet().stream()
            .filter(wanted -> !there.contains(wanted.getKey()))
            .map(
                wanted ->
                    "create statistics %s on (%s) from act_ru_authorization"
                        .formatted(wanted.getKey(), wanted.getValue()))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    List<String> statements = new ArrayList<>(missing);
    // they are empty before, and it may take long until enough authorizations have changed
    statements.add("analyze act_ru_authorization");
    try {
      statements.forEach(statement -> jdbc.sql(statement).update());
    } catch (DataAccessException e) {
      log.warn(
          "Lists of tasks will be slow with thousands of open tasks, until the owner of the table"
              + " act_ru_authorization has executed: {} ({})",
          String.join("; ", statements),
          e.getMostSpecificCause().getMessage());
    }
  }
}
