package io.domainflow.process.clock;

import io.domainflow.database.EngineTime;
import io.domainflow.model.ScheduledWork;
import io.domainflow.process.AccountProcess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the timers of the processes, for the code that moves the clock, without the engine's
 * housekeeping.
 */
@Component
// asked early for unfinished work: most often it is a timer
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class EngineJobs implements ScheduledWork {

  private static final String JOBS =
      """
       from act_ru_job
      where process_def_id_ is not null and retries_ > 0 and suspension_state_ = 1
      """;

  private final JdbcClient jdbc;
  private final String[] late;

  EngineJobs(JdbcClient jdbc, List<AccountProcess> processes) {
    this.jdbc = jdbc;
    this.late =
        processes.stream()
            .filter(AccountProcess::mayStartLate)
            .map(AccountProcess::key)
            .toArray(String[]::new);
  }

  // Only the start of a process that may start late is left out: its instances' timers are
  // included.
  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    return jdbc.sql(
            "select duedate_"
                + JOBS
                + """
                  and duedate_ > :now
                  and not (process_instance_id_ is null and process_def_key_ = any(:late))
                order by duedate_ limit 1
                """)
        .param("now", EngineTime.at(now))
        .param("late", late)
        .query((row, n) -> EngineTime.instant(row, "duedate_"))
        .optional();
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    return jdbc.sql(
            "select process_instance_id_, process_def_key_"
                + JOBS
                + "and (duedate_ is null or duedate_ <= :now)")
        .param("now", EngineTime.at(now))
        .query((row, n) -> due(row.getString(1), row.getString(2)))
        .list();
  }

  // A timer that starts a process belongs to no instance yet.
  private static String due(@Nullable String instance, String process) {
    return instance == null
        ? "timer that starts " + process + " is due"
        : "timer of process instance " + instance + " is due";
  }
}
