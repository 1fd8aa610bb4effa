package io.domainflow.process.worker;

import io.domainflow.registrar.DatabaseRetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.stereotype.Component;

/**
 * Confirms that a step is reserved for this node. A node that was stalled, or without its database,
 * for longer than its lock must not send a command that another node sends; repeating a question
 * does no harm.
 */
@Component
class ReservationCheck {

  /** A confirmed lock is trusted for one of them: five seconds, as delivered. */
  private static final int PARTS_OF_LOCK_TIME = 60;

  private final ExternalTaskService externalTasks;
  private final DatabaseRetry database;
  private final WorkerProperties properties;
  private final Clock clock;

  ReservationCheck(
      ExternalTaskService externalTasks,
      DatabaseRetry database,
      WorkerProperties properties,
      Clock clock) {
    this.externalTasks = externalTasks;
    this.database = database;
    this.properties = properties;
    this.clock = clock;
  }

  /** Another node carries out the step; it also writes its journal. */
  static final class TakenOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TakenOver() {
      super("another node has taken the step over");
    }
  }

  /**
   * Confirms the reservation of one step each time it is run, or throws {@link TakenOver}. Asks the
   * database again only when it has been some time.
   */
  Runnable confirmation(LockedTask task, String workerId) {
    return new Confirmation(task, workerId);
  }

  private final class Confirmation implements Runnable {

    private final LockedTask task;
    private final String workerId;
    private Instant confirmed = Instant.MIN;

    private Confirmation(LockedTask task, String workerId) {
      this.task = task;
      this.workerId = workerId;
    }

    @Override
    public void run() {
      Instant now = clock.instant();
      if (now.isBefore(confirmed.plus(properties.lockTime().dividedBy(PARTS_OF_LOCK_TIME)))) {
        return;
      }
      if (!database.execute(() -> isStillOurs(task, workerId))) {
        throw new TakenOver();
      }
      confirmed = now;
    }
  }

  // Half of the lock time is enough for a call.
  private boolean isStillOurs(LockedTask task, String workerId) {
    Duration enough = properties.lockTime().dividedBy(2);
    return externalTasks
                .createExternalTaskQuery()
                .externalTaskId(task.id())
                .workerId(workerId)
                .lockExpirationAfter(Date.from(clock.instant().plus(enough)))
                .count()
            == 1
        || isReservedAgain(task, workerId);
  }

  private boolean isReservedAgain(LockedTask task, String workerId) {
    try {
      externalTasks.extendLock(task.id(), workerId, properties.lockTime().toMillis());
      return true;
    } catch (BadUserRequestException e) {
      return false;
    } catch (OptimisticLockingException e) {
      // the poller has locked it again at this moment, for this node or another
      return isReservedAgain(task, workerId);
    }
  }
}
