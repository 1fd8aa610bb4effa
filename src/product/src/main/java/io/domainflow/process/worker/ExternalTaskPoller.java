package io.domainflow.process.worker;

import io.domainflow.model.ScheduledWork;
import io.domainflow.process.worker.ExternalTaskFetcher.Reservation;
import io.domainflow.registrar.DatabaseRetry;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Feeds the workers: locks external tasks ahead, runs them on the threads of their account, keeps
 * their locks alive while they run, and stops without aborting a call to the registrar.
 *
 * <p>Tasks are locked in the order of their priority, whatever account they belong to. If there are
 * more tasks than that, or an account has as many as it has threads, the poller also looks for
 * tasks of other accounts: these could be worked on at once, while the many tasks of one account
 * may be ahead of them.
 */
@Component
// asked first for unfinished work: it usually knows without the database
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ExternalTaskPoller implements SmartLifecycle, ScheduledWork {

  private static final Logger log = LoggerFactory.getLogger(ExternalTaskPoller.class);

  private static final Duration SHORTEST_LOOK_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_LOOK_PAUSE = Duration.ofSeconds(1);
  private static final int LOOK_PAUSES = 49;

  /** In a row. */
  private static final int ERRORS_OF_A_SICK_NODE = 10;

  private final ExternalTaskFetcher locker;
  private final DueTasks due;
  private final TaskRun taskRun;
  private final DatabaseRetry database;
  private final ReservationKeeper keeper;
  private final WorkerProperties properties;

  // New at each start: an answer for an earlier run can never complete a task.
  private final String workerId = "domainflow-" + UUID.randomUUID();
  // task ids with their accounts
  private final Map<String, String> beingWorked = new ConcurrentHashMap<>();
  private final Continuation continuation = new HereAndNow();
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean running;
  private volatile boolean reserving;
  private volatile boolean full;
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicLong reservations = new AtomicLong();
  private CallThreads threads;
  private long othersAt;
  private volatile Thread feeder;

  ExternalTaskPoller(
      ExternalTaskFetcher locker,
      DueTasks due,
      TaskRun taskRun,
      DatabaseRetry database,
      ReservationKeeper keeper,
      WorkerProperties properties) {
    this.locker = locker;
    this.due = due;
    this.taskRun = taskRun;
    this.database = database;
    this.keeper = keeper;
    this.properties = properties;
  }

  /** Polls for tasks at once instead of at the next interval. */
  public void wake() {
    wakeUps.release();
  }

  @Override
  public synchronized void start() {
    running = true;
    database.begin();
    threads = new CallThreads(properties.concurrency());
    othersAt = System.nanoTime();
    feeder = new Thread(this::feed, "external-task-poller");
    feeder.start();
    keeper.start(workerId, beingWorked.keySet());
  }

  @Override
  public synchronized void stop() {
    running = false;
    database.end();
    wake();
    try {
      feeder.join();
      if (!threads.end(properties.lockTime())) {
        log.warn("calls to the registrar were still running; they are looked up at the next start");
      }
      keeper.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * If startup fails after the poller has begun, the poller is destroyed without being stopped
   * first.
   */
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

  /** Whether the poller polls for steps and keeps their locks, so that orders continue. */
  public boolean isHealthy() {
    return running
        && feeder.isAlive()
        && keeper.isHealthy()
        && errors.get() < ERRORS_OF_A_SICK_NODE;
  }

  /** How many steps are being worked on here, or are about to be. */
  public int reserved() {
    return beingWorked.size();
  }

  /** How many steps can be worked on here at the same time, for the accounts that have any. */
  public int threads() {
    return properties.concurrency() * Math.max(1, Set.copyOf(beingWorked.values()).size());
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    return due.nextAfter(now, Set.copyOf(beingWorked.keySet()));
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
    int steps = due.count();
    if (steps > 0) {
      unfinished.add(steps + " steps are due to ask the registrar");
      wake();
    }
    // A task that was locked in between was neither running nor waiting during the query.
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
        errors.set(0);
      } catch (RuntimeException e) {
        // The database may be unavailable for a while; nothing is lost, because the tasks are
        // stored in it.
        log.error("external tasks could not be reserved: {}", e.getMessage());
        othersAt = System.nanoTime() + LONGEST_LOOK_PAUSE.toNanos();
      } catch (Error e) {
        // such as no memory for another thread
        errors.incrementAndGet();
        log.error("external tasks could not be worked on", e);
        othersAt = System.nanoTime() + LONGEST_LOOK_PAUSE.toNanos();
      }
      if (!more) {
        awaitWakeUp();
      }
    }
  }

  private boolean lockAndDispatch() {
    // before the free places are counted: a step that ends after that sees the flag
    full = true;
    int room = 2 * properties.concurrency() - beingWorked.size();
    boolean more = false;
    if (room > 0) {
      Reservation found =
          dispatch(tasks -> locker.lock(workerId, room, beingWorked::containsKey, tasks));
      more = found.tasks() == room;
      full = more || found.leavesSome();
    }
    Set<String> busy = busyAccounts();
    if ((full || !busy.isEmpty()) && System.nanoTime() >= othersAt) {
      more |= lockOfOthers(busy);
    }
    return more;
  }

  // The longer the query takes, the less often it runs: it may take up a fiftieth of the database's
  // time.
  private boolean lockOfOthers(Set<String> busy) {
    Duration pause = LONGEST_LOOK_PAUSE;
    try {
      Reservation found =
          dispatch(
              tasks ->
                  locker.lockOfOthers(
                      workerId, properties.concurrency(), busy, beingWorked::containsKey, tasks));
      pause = found.leavesSome() ? Duration.ZERO : pauseAfter(found.looked());
      return found.leavesSome();
    } finally {
      othersAt = System.nanoTime() + pause.toNanos();
    }
  }

  private static Duration pauseAfter(Duration looked) {
    Duration pause = looked.multipliedBy(LOOK_PAUSES);
    return Collections.max(
        List.of(SHORTEST_LOOK_PAUSE, Collections.min(List.of(pause, LONGEST_LOOK_PAUSE))));
  }

  private Set<String> busyAccounts() {
    return beingWorked.values().stream()
        .collect(Collectors.groupingBy(account -> account, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(steps -> steps.getValue() >= properties.concurrency())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Reservation dispatch(Function<List<LockedTask>, Reservation> locking) {
    reserving = true;
    reservations.incrementAndGet();
    List<LockedTask> notBegun = new ArrayList<>();
    try {
      Reservation found = locking.apply(notBegun);
      while (!notBegun.isEmpty()) {
        LockedTask task = notBegun.remove(0);
        continuation.hold(task);
        continuation.work(task);
      }
      found.worked().forEach(this::takeBackIfOver);
      return found;
    } catch (RuntimeException | Error e) {
      // The database may have committed after all; then no node would work on them for the lock
      // time.
      notBegun.forEach(task -> taskRun.release(task, workerId));
      throw e;
    } finally {
      reserving = false;
    }
  }

  private void begin(LockedTask task) {
    threads.execute(task.account(), task.priority(), () -> work(task));
  }

  // Unlocks a task that was locked again because its lock had expired while it was being worked on.
  // Its work may have ended in between, and then nobody would begin it for the lock time.
  private void takeBackIfOver(String taskId) {
    if (!beingWorked.containsKey(taskId)) {
      try {
        locker.takeBack(taskId, workerId);
      } catch (RuntimeException e) {
        log.debug("the lock of {} was not removed: {}", taskId, e.getMessage());
      }
    }
  }

  private final class HereAndNow implements Continuation {

    // While more steps wait than can be worked on, the poller decides which step of a bulk is next.
    @Override
    public boolean isWelcomeAfter(LockedTask ended) {
      return running && (ended.priority() >= 0 || !full);
    }

    @Override
    public void hold(LockedTask next) {
      beingWorked.put(next.id(), next.account());
    }

    @Override
    public void work(LockedTask next) {
      try {
        begin(next);
      } catch (RejectedExecutionException e) {
        // we stop
        giveBack(next);
      } catch (Error e) {
        // such as no memory for another thread
        giveBack(next);
        throw e;
      }
    }

    private void giveBack(LockedTask next) {
      try {
        taskRun.release(next, workerId);
      } finally {
        letGo(next);
      }
    }

    @Override
    public void letGo(LockedTask next) {
      beingWorked.remove(next.id());
    }
  }

  private void work(LockedTask task) {
    try {
      if (running) {
        taskRun.run(task, workerId, continuation);
      } else {
        taskRun.release(task, workerId);
      }
    } catch (RuntimeException e) {
      // The database is unavailable while we stop, or another node has the step by now. The
      // registrar's answer is in the journal as not yet resolved, so it will be looked up.
      log.error(
          "{}: the end of a step could not be recorded; it continues when its reservation ends",
          task.subject(),
          e);
    } finally {
      beingWorked.remove(task.id());
      // otherwise the next task wakes the poller when it is committed
      if (full) {
        wake();
      }
    }
  }

  private void awaitWakeUp() {
    try {
      long wait = properties.pollInterval().toNanos();
      if (full || !busyAccounts().isEmpty()) {
        wait = Math.min(wait, Math.max(1, othersAt - System.nanoTime()));
      }
      if (wakeUps.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
        wakeUps.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
