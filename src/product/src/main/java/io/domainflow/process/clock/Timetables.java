package io.domainflow.process.clock;

import io.domainflow.model.MovableClock;
import io.domainflow.process.AccountProcess;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
import org.camunda.bpm.engine.management.JobDefinition;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The starts of processes by a timetable: suspends those that are switched off, which Cockpit
 * shows, and reschedules them when the clock is set back; otherwise they would not start for a long
 * time.
 */
@Component
// it moves the engine's clock, by which the engine plans: it must hear of a move first
@DependsOn("clockKeeper")
class Timetables implements InitializingBean {

  private static final int MOST_TRIES = 10;

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

  /** Suspends and activates their starts as they are switched off and on. */
  @EventListener(ApplicationStartedEvent.class)
  // before the engine begins to work, which may find a start that has been due for long
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void switchOnAndOff() {
    starts()
        .forEach(
            start ->
                processes.stream()
                    .filter(process -> process.key().equals(start.getProcessDefinitionKey()))
                    .forEach(process -> set(start, process)));
  }

  /** Of all processes with a timetable, in all their versions. */
  private List<JobDefinition> starts() {
    return management.createJobDefinitionQuery().jobType(TimerStartEventJobHandler.TYPE).list();
  }

  private void set(JobDefinition start, AccountProcess process) {
    if (process.isSwitchedOn() && start.isSuspended()) {
      management.activateJobDefinitionById(start.getId(), true);
    } else if (!process.isSwitchedOn() && !start.isSuspended()) {
      management.suspendJobDefinitionById(start.getId(), true);
    }
  }

  private synchronized void follow(Duration offset) {
    if (offset.compareTo(reached) < 0) {
      starts().forEach(start -> reschedule(start, MOST_TRIES));
    }
    reached = offset;
  }

  /** A timer that starts its process at this moment is a different one afterwards. */
  private void reschedule(JobDefinition start, int triesLeft) {
    try {
      management
          .createJobQuery()
          .jobDefinitionId(start.getId())
          .list()
          .forEach(job -> management.recalculateJobDuedate(job.getId(), false));
    } catch (OptimisticLockingException | NotFoundException startedMeanwhile) {
      if (triesLeft <= 1) {
        throw startedMeanwhile;
      }
      reschedule(start, triesLeft - 1);
    }
  }
}
