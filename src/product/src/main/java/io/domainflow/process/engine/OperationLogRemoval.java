package io.domainflow.process.engine;

import io.domainflow.database.EngineTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes the engine's operation log of what people did to processes, once the history of the
 * process is gone: the engine's history cleanup leaves it behind.
 */
@Component
class OperationLogRemoval {

  /** At least as long as historyTimeToLive in application.yml. */
  private static final Duration KEPT = Duration.ofDays(180);

  private final JdbcClient jdbc;
  private final Clock clock;

  OperationLogRemoval(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void remove() {
    jdbc.sql(
            """
            delete from act_hi_op_log l
            where l.timestamp_ < :before and l.root_proc_inst_id_ is not null and not exists (
              select 1 from act_hi_procinst p where p.id_ = l.root_proc_inst_id_)
            """)
        .param("before", EngineTime.at(clock.instant().minus(KEPT)))
        .update();
  }
}
