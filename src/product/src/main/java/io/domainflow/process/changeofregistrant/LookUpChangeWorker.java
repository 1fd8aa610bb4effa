package io.domainflow.process.changeofregistrant;

import io.domainflow.model.ContactRole;
import io.domainflow.order.Failure;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.domain.TransferLocks;
import io.domainflow.order.progress.RegistrantChange;
import io.domainflow.order.progress.RegistrantChange.End;
import io.domainflow.order.progress.RegistrantChange.Withdrawal;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.StepVariables;
import io.domainflow.process.additionalfields.FieldContexts;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.changeofregistrant.ChangeStateReader.State;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarCodes;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.Command;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the state of a change at the registrar, and whether the registrant is the new one. */
@Component
class LookUpChangeWorker implements Worker.Asking<State> {

  private final ChangeStateReader reader;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final RegistrantChanges changes;
  private final DisputedChange dispute;
  private final TransferLocks locks;
  private final DomainReadings readings;
  private final ChangeWait wait;
  private final PaperWait paper;
  private final CommandJournal journal;
  private final FieldsToSend fields;
  private final FieldContexts contexts;
  private final Clock clock;
  private final RegistrarCodes codes;

  LookUpChangeWorker(
      ChangeStateReader reader,
      Orders orders,
      OrderPurchases purchases,
      RegistrantChanges changes,
      DisputedChange dispute,
      TransferLocks locks,
      DomainReadings readings,
      ChangeWait wait,
      PaperWait paper,
      CommandJournal journal,
      FieldsToSend fields,
      FieldContexts contexts,
      Clock clock,
      RegistrarCodes codes) {
    this.reader = reader;
    this.orders = orders;
    this.purchases = purchases;
    this.changes = changes;
    this.dispute = dispute;
    this.locks = locks;
    this.readings = readings;
    this.wait = wait;
    this.paper = paper;
    this.journal = journal;
    this.fields = fields;
    this.contexts = contexts;
    this.clock = clock;
    this.codes = codes;
  }

  @Override
  public State ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return reader.read(
        order.content().domain(),
        order.content().registrantOrThrow(),
        order.purchase().handles().get(ContactRole.REGISTRANT),
        changes.get(order.id()),
        paper.isForForm(order),
        registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, State state) {
    if (state instanceof State.UnderWay running) {
      dispute.withdraw(order);
      return StepResult.done(wait.continues(order, running.since()));
    }
    if (state instanceof State.Unclear) {
      return StepResult.done(wait.settles());
    }
    orders.awaitsRegistry(order.id(), false);
    orders.inProgress(order.id());
    if (state instanceof State.Executed executed) {
      return ended("EXECUTED", executed(order, executed.domain()), dispute.isDisputed(order));
    }
    if (state instanceof State.Over over) {
      readings.store(order, over.domain());
      return ended(over(order, over.end()), false, false);
    }
    orders.recordFailure(
        order.id(), ChangeFailures.leftMeanwhile(order, codes.code(RefusalReason.NOT_FOUND)));
    changes.ended(order.id(), End.FAILED);
    return ended("FAILED", false, false);
  }

  /** Returns whether the end of a lock has to be awaited. */
  private boolean executed(ProvisioningOrder order, ReadDomain.Result domain) {
    RegistrantChange change = changes.get(order.id());
    changes.ended(order.id(), End.EXECUTED);
    readings.store(order, domain);
    boolean ofThePerson =
        RegistrantComparison.isOfThePerson(change.beforeOrThrow().changedFields());
    Instant now = clock.instant();
    int lockDays = change.termsOrThrow().lockDays();
    Instant computed = lockDays == 0 ? null : now.plus(ChangeWait.days(lockDays));
    Instant lockedUntil =
        domain.changeLockedUntil().or(domain::transferLockedUntil).orElse(computed);
    orders.recordOutcome(
        order.id(),
        new Outcome(
            ofThePerson ? Outcome.Code.REGISTRANT_CHANGED : Outcome.Code.UPDATED,
            domain.periodEnd(),
            domain.renewalMode().orElse(null),
            lockedUntil,
            remark(order)));
    Boolean wished = order.content().as(RegistrantChangeOrder.class).options().transferLock();
    Boolean before =
        change.beforeOrThrow().transferLocked() == null
            ? null
            : locks.afterRunningOne(order.id()).orElse(change.beforeOrThrow().transferLocked());
    boolean differs = wished != null && !wished.equals(before);
    // The registrar may set a lock that was not requested, and a running lock continues.
    boolean locked = computed != null || (ofThePerson && domain.changeLockedUntil().isPresent());
    if (before == null || (!locked && !differs)) {
      return false;
    }
    locks.begins(
        order.id(), wished == null ? before : wished, lockedUntil == null ? now : lockedUntil);
    return true;
  }

  /** Null if there is nothing to say. */
  private @Nullable String remark(ProvisioningOrder order) {
    List<String> leftOut = fields.leftOut(order.content(), contexts.of(order).operation());
    return leftOut.isEmpty() ? null : ChangeWords.leftOut(leftOut);
  }

  private String over(ProvisioningOrder order, End end) {
    changes.ended(order.id(), end);
    // A change that does not succeed is not charged: the registrar refunds the fee. Whether it
    // refunds an additional service that an update has bought is not known.
    boolean serviceBought =
        journal.hasPaidForAnother(order.id(), Command.nameOf(ChangeRegistrant.class));
    if (!serviceBought) {
      purchases.notBought(order.id());
    }
    RegistrantChange change = changes.get(order.id());
    if (end == End.WITHDRAWN) {
      journal.undone(order.id(), ChangeRegistrant.class);
      return withdrawn(order, change.course().withdrawnFor(), serviceBought);
    }
    orders.recordFailure(
        order.id(),
        paper
            .refused(order)
            .filter(refused -> end == End.FAILED)
            .orElseGet(() -> failure(order, end, change, serviceBought)));
    return "FAILED";
  }

  private String withdrawn(
      ProvisioningOrder order, @Nullable Withdrawal why, boolean serviceBought) {
    if (why == Withdrawal.DISPUTE) {
      orders.recordFailure(order.id(), ChangeFailures.disputedMeanwhile(order, serviceBought));
      return "FAILED";
    }
    return why == Withdrawal.AGENT ? "AGENT" : "WITHDRAWN";
  }

  private static Failure failure(
      ProvisioningOrder order, End end, RegistrantChange change, boolean serviceBought) {
    return switch (end) {
      case DECLINED -> ChangeFailures.declined(order, serviceBought);
      case LAPSED -> ChangeFailures.lapsed(order, serviceBought);
      default ->
          change.course().confirmBy() == null
              ? ChangeFailures.notExecuted(order, serviceBought)
              : ChangeFailures.failed(order, serviceBought);
    };
  }

  private static StepResult ended(String end, boolean lockToAwait, boolean disputed) {
    return StepResult.done(
        new StepVariables()
            .and(ChangeOfRegistrantProcess.CHANGE_STATE, "ENDED")
            .and(ChangeOfRegistrantProcess.CHANGE_END, end)
            .and(ChangeOfRegistrantProcess.LOCK_TO_AWAIT, lockToAwait)
            .and(ChangeOfRegistrantProcess.DISPUTE_NOTED, disputed)
            .map());
  }
}
