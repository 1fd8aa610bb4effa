package io.domainflow.security;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets PostgreSQL know how many of the engine's rights let somebody read tasks, which it cannot
 * guess of bits: each open task has a right of its own, and lists of tasks are joined with them.
 * With the guess it compares every task with every right, which takes tens of seconds at ten
 * thousand tasks; it is of use only while queries are planned for what is asked for ({@code
 * plan_cache_mode} in application.yml).
 */
final class TaskRightsStatistics {

  private final JdbcClient jdbc;

  TaskRightsStatistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes them if they are not there; the database keeps them up to date by itself. */
  void ensure() {
    // READ of a task, and READ_TASK of a process definition
    jdbc.sql(
            """
            create statistics if not exists domainflow_task_read
            on (perms_ & 2) from act_ru_authorization
            """)
        .update();
    jdbc.sql(
            """
            create statistics if not exists domainflow_process_read_task
            on (perms_ & 64) from act_ru_authorization
            """)
        .update();
  }
}
