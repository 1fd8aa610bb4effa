package io.domainflow.process.engine;

import io.domainflow.model.MovableClock;
import io.domainflow.process.worker.ExternalTaskPoller;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the engine follow the product's clock, and keeps a moved clock across restarts: timers that
 * a demonstration has set for «then» must not fall back to «now».
 */
@Component
class ClockKeeper implements InitializingBean {

  private final MovableClock clock;
  private final JdbcClient jdbc;
  private final ObjectProvider<ProcessEngine> engine;
  private final ObjectProvider<ExternalTaskPoller> poller;

  ClockKeeper(
      MovableClock clock,
      JdbcClient jdbc,
      ObjectProvider<ProcessEngine> engine,
      ObjectProvider<ExternalTaskPoller> poller) {
    this.clock = clock;
    this.jdbc = jdbc;
    this.engine = engine;
    this.poller = poller;
  }

  /** Before the job executor starts. */
  @Override
  public void afterPropertiesSet() {
    Duration kept =
        jdbc.sql("select millis from clock_offset")
            .query(Long.class)
            .optional()
            .map(Duration::ofMillis)
            // nothing is stored before the very first start
            .orElseGet(clock::offset);
    setEngine(kept);
    clock.setOffset(kept);
    clock.onMove(this::follow);
  }

  private void follow(Duration offset) {
    setEngine(offset);
    jdbc.sql(
            """
            insert into clock_offset (millis) values (:millis)
            on conflict (only_row) do update set millis = excluded.millis
            """)
        .param("millis", offset.toMillis())
        .update();
    engine.ifAvailable(
        started ->
            ((ProcessEngineConfigurationImpl) started.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded());
    poller.ifAvailable(ExternalTaskPoller::wake);
  }

  private static void setEngine(Duration offset) {
    if (offset.isZero()) {
      ClockUtil.reset();
    } else {
      ClockUtil.offset(offset.toMillis());
    }
  }
}
