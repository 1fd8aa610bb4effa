package io.domainflow.process.worker;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.InterruptedWaits;
import io.domainflow.process.worker.StepWorked.Ending;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records that a try of a step has failed: when it is tried again, if at all, and for whom its
 * order waits until then.
 */
@Component
class StepFailures {

  private static final Logger log = LoggerFactory.getLogger(StepFailures.class);

  // The top-up is noticed at once; this covers a credit process that somebody has ended in Cockpit.
  private static final Duration CREDIT_PAUSE = Duration.ofHours(6);

  private final ExternalTaskService externalTasks;
  private final AccountCredit credit;
  private final Orders orders;
  private final InterruptedWaits interrupted;
  private final ChargeTracker money;
  private final StepTransaction transaction;
  private final RetrySchedule schedule;
  private final Clock clock;
  private final Map<String, Integer> outageTries = new ConcurrentHashMap<>();

  StepFailures(
      ExternalTaskService externalTasks,
      AccountCredit credit,
      Orders orders,
      InterruptedWaits interrupted,
      ChargeTracker money,
      StepTransaction transaction,
      RetrySchedule schedule,
      Clock clock) {
    this.externalTasks = externalTasks;
    this.credit = credit;
    this.orders = orders;
    this.interrupted = interrupted;
    this.money = money;
    this.transaction = transaction;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Forgets how often a step has met an outage, once the outage is over. */
  void over(LockedTask task) {
    outageTries.remove(task.id());
  }

  /** The step is no longer worked on: its process has ended, or another node has it. */
  static Ending takenAway(LockedTask task) {
    log.info("{}: the step was taken away while it was being worked on", task.subject());
    return Ending.TAKEN_AWAY;
  }

  /** Tries again later without counting the try: an outage is not the order's own failure. */
  Ending waitOut(
      LockedTask task,
      String workerId,
      Code code,
      StepFailureText trouble,
      Optional<Instant> until) {
    int tries = outageTries.merge(task.id(), 1, Integer::sum);
    Duration pause = schedule.outagePause(tries - 1);
    // Spread over time: steps that wait for the same moment must not all resume in the same second.
    if (until.isPresent()) {
      Duration wait = Duration.between(clock.instant(), until.get());
      pause = wait.isNegative() ? pause : schedule.spread(wait);
    }
    int retries = schedule.retriesKept(task.retries());
    return fail(task, workerId, trouble, retries, pause, code, code == Code.REGISTRAR_UNREACHABLE);
  }

  /**
   * Waits until the account has been topped up; the process that detects the top-up lets the step
   * continue. A step without an order checks again after a while.
   */
  Ending waitForCredit(
      LockedTask task, String workerId, CreditUsedUp refusal, StepFailureText trouble) {
    int retries = schedule.retriesKept(task.retries());
    return task.order()
        .map(order -> waitForCredit(task, workerId, refusal, trouble.facts(), order, retries))
        .orElseGet(() -> fail(task, workerId, trouble, retries, CREDIT_PAUSE, Code.CREDIT, true));
  }

  private Ending waitForCredit(
      LockedTask task,
      String workerId,
      CreditUsedUp refusal,
      String message,
      ProvisioningOrder order,
      int retries) {
    String account = order.content().account();
    try {
      transaction.run(
          () -> {
            if (refusal.wasKnown() && !credit.isStillUsedUp(account)) {
              // topped up just now, and its waiting orders have been told already
              externalTasks.handleFailure(task.id(), workerId, message, null, retries, 0);
              money.nothingDone(task);
              return;
            }
            Optional<String> topUp = credit.usedUp(account);
            externalTasks.handleFailure(
                task.id(), workerId, message, null, retries, CREDIT_PAUSE.toMillis());
            money.nothingDone(task);
            orders.waitingForRetry(
                order.id(),
                new WaitingFor(Who.OPERATOR, Code.CREDIT, message, null, topUp.orElse(null)));
          });
      return Ending.RETRIED;
    } catch (NotFoundException e) {
      return takenAway(task);
    }
  }

  /**
   * Tries again later, and gives up once the tries are used up.
   *
   * @param until when it is worth trying again; empty if that is not known
   * @param nothingDone whether this try is known to have cost nothing
   */
  Ending retry(
      LockedTask task,
      String workerId,
      Code code,
      StepFailureText trouble,
      Optional<Instant> until,
      boolean nothingDone) {
    int retries = schedule.retriesAfter(task.retries());
    if (retries == 0) {
      return giveUp(task, workerId, trouble, nothingDone);
    }
    Duration pause =
        until
            .map(then -> Duration.between(clock.instant(), then).plusMillis(1))
            .filter(wait -> !wait.isNegative())
            .orElseGet(() -> schedule.pauseBefore(retries));
    return fail(task, workerId, trouble, retries, pause, code, nothingDone);
  }

  /**
   * Stops trying automatically: the step becomes an incident.
   *
   * @param nothingDone whether this try is known to have cost nothing
   */
  Ending giveUp(LockedTask task, String workerId, StepFailureText trouble, boolean nothingDone) {
    return fail(task, workerId, trouble, 0, Duration.ZERO, Code.TECHNICAL_PROBLEM, nothingDone);
  }

  private Ending fail(
      LockedTask task,
      String workerId,
      StepFailureText trouble,
      int retries,
      Duration pause,
      Code code,
      boolean nothingDone) {
    String message = trouble.text(money.after(task, nothingDone), retries > 0);
    try {
      transaction.run(
          () -> {
            externalTasks.handleFailure(
                task.id(), workerId, message, null, retries, pause.toMillis());
            if (nothingDone) {
              money.nothingDone(task);
            }
            task.order()
                .ifPresent(order -> tell(order, code, message, retries == 0 ? null : pause));
          });
      return retries == 0 ? Ending.STOPPED : Ending.RETRIED;
    } catch (NotFoundException e) {
      return takenAway(task);
    }
  }

  /**
   * Says in the order whom it waits for.
   *
   * @param pause until the next try; null if there is no automatic one
   */
  private void tell(ProvisioningOrder order, Code code, String message, @Nullable Duration pause) {
    if (pause == null) {
      interrupted.interrupt(order.id(), new WaitingFor(Who.OPERATOR, code, message, null, null));
    } else if (code != Code.TECHNICAL_PROBLEM) {
      interrupted.interrupt(
          order.id(),
          new WaitingFor(Who.REGISTRAR, code, message, clock.instant().plus(pause), null));
    }
  }
}
