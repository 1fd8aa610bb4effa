package io.domainflow.process.order;

import io.domainflow.model.DomainName;
import io.domainflow.order.progress.CalledProcesses;
import io.domainflow.process.EngineRights;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes a process check its name now instead of at its next planned time. */
@Component
public class ImmediateCheck {

  /** Timers after which a process only checks its name. */
  private static final Set<String> LOOKS =
      Set.of(
          "IntermediateEvent_NextLook",
          "IntermediateEvent_EndOfLock",
          "IntermediateEvent_DeadlinePassed",
          "IntermediateEvent_TimeToLook",
          "BoundaryEvent_TimeOver");

  private final CalledProcesses called;
  private final ManagementService jobs;
  private final EngineRights rights;
  private final Clock clock;

  ImmediateCheck(
      CalledProcesses called, @Lazy ManagementService jobs, EngineRights rights, Clock clock) {
    this.called = called;
    this.jobs = jobs;
    this.rights = rights;
    this.clock = clock;
  }

  /** Whether an instance waits for such a timer; if so, it checks at once. */
  public boolean of(@Nullable String instance) {
    return rights.use(
        () -> {
          List<Job> timers =
              LOOKS.stream()
                  .flatMap(
                      activity ->
                          jobs
                              .createJobQuery()
                              .processInstanceId(instance)
                              .timers()
                              .activityId(activity)
                              .list()
                              .stream())
                  .toList();
          timers.forEach(timer -> jobs.setJobDuedate(timer.getId(), Date.from(clock.instant())));
          return !timers.isEmpty();
        });
  }

  /**
   * Makes all processes that continue after orders for a name, such as the watch of a lock, check
   * at once.
   */
  public void ofCalled(String account, DomainName domain) {
    called.running(account, domain).forEach(this::of);
  }
}
