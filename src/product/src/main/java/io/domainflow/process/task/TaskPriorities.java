package io.domainflow.process.task;

import io.domainflow.database.EngineTime;
import io.domainflow.model.ScheduledWork;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Raises the priority of open tasks as their deadline approaches, so that a list sorted by priority
 * begins with what is urgent. It never lowers a higher priority that a person has set.
 */
@Component
class TaskPriorities implements ScheduledWork {

  private static final Logger log = LoggerFactory.getLogger(TaskPriorities.class);

  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final Clock clock;
  private Instant looked = Instant.MIN;

  TaskPriorities(TaskService tasks, JdbcClient jdbc, Clock clock) {
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Raises the tasks that have become more urgent; the others are not even read. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  synchronized void raise() {
    looked = clock.instant();
    // as exact as the engine's dates
    Instant now = looked.truncatedTo(ChronoUnit.MILLIS);
    List<Behind> behind;
    boolean raised;
    do {
      behind = behind(now);
      raised = behind.stream().map(task -> raise(task, now)).toList().contains(true);
    } while (raised && behind.size() == AT_ONCE);
  }

  private record Behind(String id, Instant due) {}

  // Reads the engine's table: its service would need a query for each priority, and this one runs
  // at every stop of a clock that is moved.
  private List<Behind> behind(Instant now) {
    return jdbc.sql(
            """
            select id_, due_date_ from act_ru_task
            where (due_date_ <= :now and priority_ < :nowPriority)
              or (due_date_ <= :today and priority_ < :todayPriority)
              or (due_date_ <= :soon and priority_ < :soonPriority)
            order by due_date_ limit :atOnce
            """)
        .param("now", latest(TaskPriority.NOW, now))
        .param("today", latest(TaskPriority.TODAY, now))
        .param("soon", latest(TaskPriority.SOON, now))
        .param("nowPriority", TaskPriority.NOW.number())
        .param("todayPriority", TaskPriority.TODAY.number())
        .param("soonPriority", TaskPriority.SOON.number())
        .param("atOnce", AT_ONCE)
        .query((row, n) -> new Behind(row.getString("id_"), EngineTime.instant(row, "due_date_")))
        .list();
  }

  private static Timestamp latest(TaskPriority priority, Instant now) {
    return EngineTime.at(now.plus(priority.left()));
  }

  private boolean raise(Behind task, Instant now) {
    try {
      tasks.setPriority(task.id(), TaskPriority.of(task.due(), now).number());
      return true;
    } catch (ProcessEngineException e) {
      log.debug("task {} is being worked on and is looked at again soon", task.id(), e);
      return false;
    }
  }

  /** The clock need not stop for this: the next stop makes up for it. */
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
