package io.domainflow.process.accountcheck;

import io.domainflow.model.MovableClock;
import io.domainflow.model.StartsOver;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * What is remembered of checks; forgotten when a demonstration starts over. The next check is
 * planned anew when the clock goes back: planned for «then», it would not come for long.
 */
@Component
class OpenChecks implements StartsOver, InitializingBean {

  private final ManagementService management;
  private final Findings findings;
  private final MovableClock clock;
  private Duration reached = Duration.ZERO;

  OpenChecks(ManagementService management, Findings findings, MovableClock clock) {
    this.management = management;
    this.findings = findings;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    clock.onMove(this::follow);
  }

  private synchronized void follow(Duration offset) {
    if (offset.compareTo(reached) < 0) {
      management
          .createJobQuery()
          .processDefinitionKey(AccountCheckProcess.KEY)
          .timers()
          .list()
          .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
    }
    reached = offset;
  }

  @Override
  public void startOver() {
    findings.removeAll();
  }
}
