package io.domainflow.process.accountcheck;

import io.domainflow.model.MovableClock;
import io.domainflow.model.StartsOver;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * The checks and findings that are open; all end when a demonstration starts over. The next check
 * is planned anew when the clock goes back: planned for «then», it would not come for long.
 */
@Component
class OpenChecks implements StartsOver, InitializingBean {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final Findings findings;
  private final MovableClock clock;
  private Duration reached = Duration.ZERO;

  OpenChecks(
      RuntimeService runtime, ManagementService management, Findings findings, MovableClock clock) {
    this.runtime = runtime;
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
    for (String key : List.of(AccountCheckProcess.KEY, AccountFindingProcess.KEY)) {
      runtime
          .createProcessInstanceQuery()
          .processDefinitionKey(key)
          .list()
          .forEach(
              instance ->
                  runtime.deleteProcessInstanceIfExists(
                      instance.getId(),
                      "the demonstration starts over",
                      false,
                      true,
                      false,
                      false));
    }
    findings.removeAll();
  }
}
