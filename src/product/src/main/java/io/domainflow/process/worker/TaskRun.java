package io.domainflow.process.worker;

import io.domainflow.database.PlanCaching;
import io.domainflow.order.OrderLogContext;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.worker.LockedTask.Work;
import io.domainflow.process.worker.NextStep.NotPrepared;
import io.domainflow.process.worker.ReservationCheck.TakenOver;
import io.domainflow.process.worker.StepWorked.Ending;
import io.domainflow.process.worker.Worker.NotToBeSent;
import io.domainflow.registrar.CallContext;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.DatabaseRetry;
import io.domainflow.registrar.LowPriorityCalls;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarFailure.AccessRefused;
import io.domainflow.registrar.RegistrarFailure.CreditUsedUp;
import io.domainflow.registrar.RegistrarFailure.OutcomeUnknown;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarFailure.Unavailable;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * Works on one locked task: asks the registrar outside any transaction, then records the answer,
 * completes the task and locks the next one in one. If that transaction fails after a change, its
 * journal entry stays unresolved on purpose: the next try looks up the outcome instead of repeating
 * the command.
 */
@Component
class TaskRun {

  private static final Logger log = LoggerFactory.getLogger(TaskRun.class);

  private final ExternalTaskService externalTasks;
  private final ReservationCheck reservations;
  private final RegistrarGateway registrar;
  private final LowPriorityCalls lowPriority;
  private final CommandJournal journal;
  private final AccountCredit credit;
  private final ChargeTracker money;
  private final StepTransaction transaction;
  private final NextStep nextStep;
  private final StepFailures failures;
  private final DatabaseRetry database;
  private final ApplicationEventPublisher events;

  TaskRun(
      ExternalTaskService externalTasks,
      ReservationCheck reservations,
      RegistrarGateway registrar,
      LowPriorityCalls lowPriority,
      CommandJournal journal,
      AccountCredit credit,
      ChargeTracker money,
      StepTransaction transaction,
      NextStep nextStep,
      StepFailures failures,
      DatabaseRetry database,
      ApplicationEventPublisher events) {
    this.externalTasks = externalTasks;
    this.reservations = reservations;
    this.registrar = registrar;
    this.lowPriority = lowPriority;
    this.journal = journal;
    this.credit = credit;
    this.money = money;
    this.transaction = transaction;
    this.nextStep = nextStep;
    this.failures = failures;
    this.database = database;
    this.events = events;
  }

  void run(LockedTask task, String workerId, Continuation then) {
    // a step about an account searches among all of its names
    if (task.work() instanceof Work.OfAccount<?>) {
      called(task, workerId, then);
    } else {
      PlanCaching.during(() -> called(task, workerId, then)).run();
    }
  }

  private void called(LockedTask task, String workerId, Continuation then) {
    UUID order = task.order().map(ProvisioningOrder::id).orElse(null);
    new CallContext(task.processInstance(), order, task.orderWaits())
        .whenAsking(
            () -> {
              if (task.priority() < 0) {
                lowPriority.make(() -> logged(task, workerId, then));
              } else {
                logged(task, workerId, then);
              }
            });
  }

  private void logged(LockedTask task, String workerId, Continuation then) {
    task.order()
        .ifPresentOrElse(
            order ->
                OrderLogContext.about(
                    order.content().reference(), () -> measure(task, workerId, then)),
            () -> measure(task, workerId, then));
  }

  private void measure(LockedTask task, String workerId, Continuation then) {
    long start = System.nanoTime();
    Ending ending = runStep(task, workerId, then);
    events.publishEvent(
        new StepWorked(
            task.work().worker().topic(), ending, Duration.ofNanos(System.nanoTime() - start)));
  }

  private Ending runStep(LockedTask task, String workerId, Continuation then) {
    Runnable stillOurs = reservations.confirmation(task, workerId);
    try {
      if (task.work() instanceof Work.Changing<?>) {
        stillOurs.run();
      }
      work(task, task.work(), workerId, stillOurs, then);
      failures.over(task);
      return Ending.DONE;
    } catch (TakenOver e) {
      log.info("{}: another node has taken the step over", task.subject());
      return Ending.TAKEN_AWAY;
    } catch (Unavailable e) {
      if (e.isRegistrarAway()) {
        return failures.waitOut(task, workerId, Code.REGISTRAR_UNREACHABLE, trouble(e), e.until());
      } else {
        return failures.retry(
            task, workerId, Code.REGISTRAR_UNREACHABLE, trouble(e), Optional.empty(), true);
      }
    } catch (OutcomeUnknown e) {
      if (e.isRegistrarAway()) {
        return failures.waitOut(task, workerId, Code.OUTCOME_UNKNOWN, trouble(e), e.until());
      } else {
        return failures.retry(task, workerId, Code.OUTCOME_UNKNOWN, trouble(e), e.until(), false);
      }
    } catch (CreditUsedUp e) {
      return failures.waitForCredit(task, workerId, e, trouble(e));
    } catch (AccessRefused e) {
      if (e.isAccountStopped()) {
        return failures.waitOut(
            task,
            workerId,
            Code.REGISTRAR_UNREACHABLE,
            StepFailureText.untilThen(e.getMessage(), e.cure()),
            Optional.empty());
      } else {
        return failures.giveUp(task, workerId, trouble(e), true);
      }
    } catch (Refused e) {
      return failures.giveUp(task, workerId, trouble(e), false);
    } catch (NotFoundException e) {
      return StepFailures.takenAway(task);
    } catch (RuntimeException e) {
      log.error("{}: a step failed", task.subject(), e);
      return failures.retry(
          task,
          workerId,
          Code.TECHNICAL_PROBLEM,
          new StepFailureText(
              "The step failed for a reason of our own; the log has the details under "
                  + task.subject()
                  + ".",
              "Retry this step in Cockpit once the reason is gone: what was sent is looked up, not"
                  + " repeated."),
          Optional.empty(),
          isCertainlyNotSent(task));
    }
  }

  private boolean isCertainlyNotSent(LockedTask task) {
    return task.work() instanceof Work.Changing<?> change
        && !database.execute(
            () -> journal.mayBeExecuted(change.order().id(), change.command().name()));
  }

  private static StepFailureText trouble(RegistrarFailure failure) {
    return new StepFailureText(failure.getMessage(), failure.cure());
  }

  private <A> void work(
      LockedTask task, Work<A> work, String workerId, Runnable stillOurs, Continuation then) {
    if (work instanceof Work.OfAccount<A> ofAccount) {
      A answer = database.execute(() -> ofAccount.worker().ask(ofAccount.step(), registrar));
      finish(task, workerId, then, () -> ofAccount.worker().conclude(ofAccount.step(), answer));
      return;
    }
    if (work instanceof Work.Asking<A> asking) {
      ProvisioningOrder order = asking.order();
      try {
        A answer = database.execute(() -> asking.worker().ask(order, registrar));
        finish(
            task,
            workerId,
            then,
            () -> answered(asking, () -> asking.worker().conclude(order, answer)));
      } catch (Refused e) {
        finish(
            task, workerId, then, () -> answered(asking, () -> asking.worker().refused(order, e)));
      }
      return;
    }
    Work.Changing<A> change = (Work.Changing<A>) work;
    ProvisioningOrder order = change.order();
    try {
      A answer =
          registrar.execute(
              change.intent(),
              change.command(),
              () -> {
                checkCredit(change);
                change.worker().lookBeforeSending(order, registrar);
              },
              stillOurs);
      finishPaid(task, change, workerId, then, answer);
    } catch (Refused e) {
      finish(
          task,
          workerId,
          then,
          () -> {
            journal.refused(change.intent(), e.code(), e.words());
            money.nothingDone(task);
            return change.worker().refused(order, e);
          });
    } catch (NotToBeSent e) {
      finish(
          task,
          workerId,
          then,
          () -> {
            money.nothingDone(task);
            return e.result();
          });
    }
  }

  private StepResult answered(Work.Asking<?> asking, Supplier<StepResult> conclusion) {
    ProvisioningOrder order = asking.order();
    if (!asking.worker().runsBesideOthers() && (order.unanswered() || CallContext.hasSent())) {
      journal.answered(order.id());
    }
    return conclusion.get();
  }

  private void checkCredit(Work.Changing<?> change) {
    String account = change.order().content().account();
    if (change.command().costsMoney() && credit.isUsedUp(account)) {
      throw CreditUsedUp.asKnown(account);
    }
  }

  private void finish(
      LockedTask task, String workerId, Continuation then, Supplier<StepResult> conclusion) {
    if (!then.isWelcomeAfter(task)) {
      transaction.run(() -> end(task, workerId, conclusion.get()));
      return;
    }
    UnconfirmedSteps next = new UnconfirmedSteps(then);
    try {
      transaction.run(
          () -> {
            next.attempt();
            StepResult result = conclusion.get();
            nextStep.lockAfter(() -> end(task, workerId, result), workerId).ifPresent(next::hold);
          });
    } catch (NotPrepared | UnexpectedRollbackException e) {
      next.letGo();
      log.error("{}: the next step cannot be prepared", task.subject(), e);
      transaction.run(() -> end(task, workerId, conclusion.get()));
      return;
    } catch (RuntimeException | Error e) {
      // The database may have committed after all; then nobody would begin it for the lock time.
      next.giveBack(step -> release(step, workerId));
      throw e;
    }
    next.work();
  }

  private void end(LockedTask task, String workerId, StepResult result) {
    if (result.error() == null) {
      externalTasks.complete(task.id(), workerId, result.variables());
    } else {
      externalTasks.handleBpmnError(task.id(), workerId, result.error(), null, result.variables());
    }
  }

  /** A change that was carried out must be recorded even if its process has ended by now. */
  private <A> void finishPaid(
      LockedTask task, Work.Changing<A> change, String workerId, Continuation then, A answer) {
    ProvisioningOrder order = change.order();
    try {
      finish(
          task,
          workerId,
          then,
          () -> {
            journal.executed(change.intent());
            return change.worker().conclude(order, answer);
          });
    } catch (NotFoundException e) {
      // If the journal knows the answer, the step did end, and only the database's confirmation was
      // lost.
      transaction.run(
          () -> {
            if (journal.executed(change.intent())) {
              change.worker().conclude(order, answer);
              log.warn(
                  "order {}: the registrar executed the step after the order had ended;"
                      + " check {} on account {}",
                  order.id(),
                  order.content().domain().ascii(),
                  order.content().account());
            }
          });
    }
  }

  /**
   * Releases a task that was locked but not begun, so that it can be locked again at once; does
   * nothing if this node does not hold the lock.
   */
  void release(LockedTask task, String workerId) {
    try {
      transaction.run(
          () -> {
            // First: this fails if the lock is not ours, and holds it until the commit.
            externalTasks.extendLock(task.id(), workerId, 1);
            if (task.work() instanceof Work.Changing<?> change && !change.intent().inDoubt()) {
              journal.withdraw(change.intent());
              money.nothingDone(task);
            }
            externalTasks.unlock(task.id());
          });
      log.debug("{}: a step was released", task.subject());
    } catch (BadUserRequestException e) {
      log.debug("{}: there was nothing to release: {}", task.subject(), e.getMessage());
    }
  }
}
