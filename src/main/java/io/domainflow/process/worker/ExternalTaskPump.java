package io.domainflow.process.worker;

import io.domainflow.database.KeptPlans;
import io.domainflow.model.DueWork;
import io.domainflow.registrar.DatabaseWait;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Feeds the workers: reserves external tasks ahead, runs them on a fixed number of threads, keeps
 * their reservation alive while they run, and stops without cutting a call to the registrar short.
 */
@Component
// asked first what is unfinished: it mostly knows without the database
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ExternalTaskPump implements SmartLifecycle, DueWork {

  private static final Logger log = LoggerFactory.getLogger(ExternalTaskPump.class);

  private final TaskLocker locker;
  private final TaskRun taskRun;
  private final DatabaseWait database;
  private final ExternalTaskService externalTasks;
  private final WorkerProperties properties;

  // New for each start: an answer that belongs to an earlier life can never complete a task.
  private final String workerId = "domainflow-" + UUID.randomUUID();
  private final Set<String> beingWorked = ConcurrentHashMap.newKeySet();
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile boolean reserving;
  private final AtomicLong reservations = new AtomicLong();
  private ExecutorService threads;
  private volatile Thread feeder;
  private volatile Thread keeper;

  ExternalTaskPump(
      TaskLocker locker,
      TaskRun taskRun,
      DatabaseWait database,
      ExternalTaskService externalTasks,
      WorkerProperties properties) {
    this.locker = locker;
    this.taskRun = taskRun;
    this.database = database;
    this.externalTasks = externalTasks;
    this.properties = properties;
  }

  /** Looks for tasks at once instead of at the next poll. */
  public void wake() {
    wakeUps.release();
  }

  @Override
  public synchronized void start() {
    running = true;
    database.begin();
    threads =
        Executors.newFixedThreadPool(
            properties.concurrency(), task -> new Thread(KeptPlans.during(task), "registrar-call"));
    feeder = new Thread(this::feed, "external-task-pump");
    feeder.start();
    keeper = new Thread(this::keepReservations, "external-task-locks");
    keeper.start();
  }

  @Override
  public synchronized void stop() {
    running = false;
    database.end();
    wake();
    try {
      feeder.join();
      threads.shutdown();
      if (!threads.awaitTermination(properties.lockTime().toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("calls to the registrar were still running; they are looked up at the next start");
      }
      keeper.interrupt();
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A start that fails after this has begun destroys it without stopping it first. */
  @PreDestroy
  void stopIfRunning() {
    if (running) {
      stop();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Whether steps are being looked for and their reservations kept, so that orders continue. */
  public boolean isHealthy() {
    return running && feeder.isAlive() && keeper.isAlive();
  }

  /** How many steps are worked here, or are about to be. */
  public int reserved() {
    return beingWorked.size();
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    List<ExternalTask> waiting =
        externalTasks
            .createExternalTaskQuery()
            .withRetriesLeft()
            .lockExpirationAfter(Date.from(now))
            .orderByLockExpirationTime()
            .asc()
            .listPage(0, beingWorked.size() + 1);
    return waiting.stream()
        .filter(task -> !beingWorked.contains(task.getId()))
        .map(task -> task.getLockExpirationTime().toInstant())
        .findFirst();
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    List<String> unfinished = new ArrayList<>();
    long before = reservations.get();
    if (reserving) {
      unfinished.add("steps are being reserved");
    }
    if (!beingWorked.isEmpty()) {
      unfinished.add(beingWorked.size() + " calls to the registrar are running");
    }
    if (!unfinished.isEmpty()) {
      return unfinished;
    }
    long due =
        externalTasks.createExternalTaskQuery().notLocked().withRetriesLeft().active().count();
    if (due > 0) {
      unfinished.add(due + " steps are due to ask the registrar");
      wake();
    }
    // What was reserved in between was neither running nor waiting when it was looked for.
    if (unfinished.isEmpty() && reservations.get() != before) {
      unfinished.add("steps are being reserved");
    }
    return unfinished;
  }

  private void feed() {
    while (running) {
      boolean more = false;
      try {
        more = lockAndDispatch();
      } catch (RuntimeException e) {
        // The database may be away for a while; nothing is lost, the tasks stay where they are.
        log.error("external tasks could not be reserved: {}", e.getMessage());
      }
      if (!more) {
        awaitWakeUp();
      }
    }
  }

  private boolean lockAndDispatch() {
    int room = 2 * properties.concurrency() - beingWorked.size();
    if (room <= 0) {
      return false;
    }
    reserving = true;
    reservations.incrementAndGet();
    List<LockedTask> tasks = new ArrayList<>();
    try {
      locker.lock(workerId, room, beingWorked::contains, tasks);
      for (LockedTask task : tasks) {
        beingWorked.add(task.id());
        threads.execute(() -> work(task));
      }
      return tasks.size() == room;
    } catch (RuntimeException e) {
      // The database may still have committed; then no node would work on them for the lock time.
      tasks.forEach(task -> taskRun.release(task, workerId));
      throw e;
    } finally {
      reserving = false;
    }
  }

  private void work(LockedTask task) {
    try {
      if (running) {
        taskRun.run(task, workerId);
      } else {
        taskRun.release(task, workerId);
      }
    } catch (RuntimeException e) {
      // The database is away while we stop, or another node has the step by now. What the registrar
      // has answered is in the journal as not resolved yet, so it is looked up.
      log.error(
          "{}: the end of a step could not be recorded; it continues when its reservation ends",
          task.subject(),
          e);
    } finally {
      beingWorked.remove(task.id());
      wake();
    }
  }

  private void awaitWakeUp() {
    try {
      if (wakeUps.tryAcquire(properties.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private void keepReservations() {
    long lockMillis = properties.lockTime().toMillis();
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(lockMillis / 3);
        for (String taskId : beingWorked) {
          extend(taskId, lockMillis);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void extend(String taskId, long lockMillis) {
    try {
      externalTasks.extendLock(taskId, workerId, lockMillis);
    } catch (RuntimeException e) {
      // Finished in this moment, cancelled, run out because the clock was moved, or the database is
      // away: in each case the end of the call finds out, and the others still need their locks.
      log.debug("the lock of {} was not extended: {}", taskId, e.getMessage());
    }
  }
}
