package io.domainflow.process.clock;

import io.domainflow.model.DueWork;
import io.domainflow.process.AccountProcess;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * The timers of the processes, for the code that moves the clock. The engine's housekeeping is left
 * out.
 */
@Component
class EngineJobs implements DueWork {

  private static final int MOST_HOUSEKEEPING_JOBS = 16;

  private final ManagementService management;
  private final Set<String> skipped;

  EngineJobs(ManagementService management, List<AccountProcess> processes) {
    this.management = management;
    this.skipped =
        processes.stream()
            .filter(AccountProcess::mayStartLate)
            .map(AccountProcess::key)
            .collect(Collectors.toSet());
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    return management
        .createJobQuery()
        .duedateHigherThan(Date.from(now))
        .withRetriesLeft()
        .active()
        .orderByJobDuedate()
        .asc()
        .listPage(0, MOST_HOUSEKEEPING_JOBS + skipped.size() + 1)
        .stream()
        .filter(EngineJobs::belongsToProcess)
        .filter(job -> !isSkipped(job))
        .map(job -> job.getDuedate().toInstant())
        .findFirst();
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    return management.createJobQuery().executable().active().list().stream()
        .filter(EngineJobs::belongsToProcess)
        .map(EngineJobs::due)
        .toList();
  }

  private static boolean belongsToProcess(Job job) {
    return job.getProcessDefinitionId() != null;
  }

  // Only its start: what an instance of it waits for is waited for.
  private boolean isSkipped(Job job) {
    return job.getProcessInstanceId() == null && skipped.contains(job.getProcessDefinitionKey());
  }

  // A timer that starts a process belongs to no instance yet.
  private static String due(Job job) {
    return job.getProcessInstanceId() == null
        ? "timer that starts " + job.getProcessDefinitionKey() + " is due"
        : "timer of process instance " + job.getProcessInstanceId() + " is due";
  }
}
