package io.domainflow.process.worker;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps steps reserved for as long as this node works on them. */
@Component
class ReservationKeeper {

  private static final Logger log = LoggerFactory.getLogger(ReservationKeeper.class);

  private final ExternalTaskService externalTasks;
  private final WorkerProperties properties;
  private volatile @Nullable Thread thread;

  ReservationKeeper(ExternalTaskService externalTasks, WorkerProperties properties) {
    this.externalTasks = externalTasks;
    this.properties = properties;
  }

  /**
   * Begins to extend locks.
   *
   * @param steps ids of the steps that are being worked on, at any time
   */
  void start(String workerId, Set<String> steps) {
    Thread keeping = new Thread(() -> keep(workerId, steps), "external-task-locks");
    keeping.start();
    thread = keeping;
  }

  void stop() throws InterruptedException {
    Thread keeping = thread;
    if (keeping != null) {
      keeping.interrupt();
      keeping.join();
    }
  }

  boolean isHealthy() {
    Thread keeping = thread;
    return keeping != null && keeping.isAlive();
  }

  private void keep(String workerId, Set<String> steps) {
    long lockMillis = properties.lockTime().toMillis();
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(lockMillis / 3);
        for (String step : steps) {
          extend(step, workerId, lockMillis);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void extend(String step, String workerId, long lockMillis) {
    try {
      externalTasks.extendLock(step, workerId, lockMillis);
    } catch (RuntimeException e) {
      // The task has just finished, was cancelled, has expired because the clock was moved, or the
      // database is unavailable: in each case the end of the call finds out, and the others still
      // need their locks.
      log.debug("the lock of {} was not extended: {}", step, e.getMessage());
    }
  }
}
