package io.domainflow.process;

import io.domainflow.model.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Raises the priority of open tasks as their time passes, so that a list sorted by it begins with
 * what is urgent. Nobody's own higher priority is lowered.
 */
@Component
class TaskPriorities implements DueWork {

  private static final Logger log = LoggerFactory.getLogger(TaskPriorities.class);

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  private final TaskService tasks;
  private final Clock clock;
  private Instant looked = Instant.MIN;

  TaskPriorities(TaskService tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Looks through the tasks that have become more urgent; the others are not even read. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  synchronized void raise() {
    Instant now = clock.instant();
    looked = now;
    for (TaskPriority priority : TaskPriority.values()) {
      if (priority.left() != null) {
        raise(priority, now);
      }
    }
  }

  private void raise(TaskPriority priority, Instant now) {
    List<Task> behind;
    boolean raised;
    do {
      behind =
          tasks
              .createTaskQuery()
              .dueBefore(Date.from(now.plus(priority.left())))
              .taskMaxPriority(priority.number() - 1)
              .listPage(0, AT_ONCE);
      raised = behind.stream().map(task -> raise(task, priority)).toList().contains(true);
    } while (raised && behind.size() == AT_ONCE);
  }

  private boolean raise(Task task, TaskPriority priority) {
    try {
      tasks.setPriority(task.getId(), priority.number());
      return true;
    } catch (ProcessEngineException e) {
      log.debug("task {} is being worked on and is looked at again soon", task.getId(), e);
      return false;
    }
  }

  /** Nobody has to stop for it: it is made up for at the next stop. */
  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    return Optional.empty();
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    if (isLongAgo(now)) {
      raise();
    }
    return List.of();
  }

  // The clock can be set back, too.
  private synchronized boolean isLongAgo(Instant now) {
    return now.isBefore(looked) || now.isAfter(looked.plus(EVERY));
  }
}
