package io.domainflow.process;

import io.domainflow.model.MovableClock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Plans anew what starts by a timetable when the clock goes back: planned for «then», it would not
 * come for long.
 */
@Component
class Timetables implements InitializingBean {

  private final ManagementService management;
  private final List<AccountProcess> processes;
  private final MovableClock clock;
  private Duration reached = Duration.ZERO;

  Timetables(ManagementService management, List<AccountProcess> processes, MovableClock clock) {
    this.management = management;
    this.processes = processes;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    clock.onMove(this::follow);
  }

  private synchronized void follow(Duration offset) {
    if (offset.compareTo(reached) < 0) {
      processes.forEach(process -> planAnew(process.key()));
    }
    reached = offset;
  }

  private void planAnew(String process) {
    management.createJobQuery().processDefinitionKey(process).timers().list().stream()
        .filter(job -> job.getProcessInstanceId() == null)
        .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
  }
}
