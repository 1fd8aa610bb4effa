package io.domainflow.sandbox.clock;

import io.domainflow.model.ScheduledWork;
import io.domainflow.sandbox.ConditionalOnSandbox;
import io.domainflow.sandbox.account.Events;
import io.domainflow.sandbox.account.Ledger;
import io.domainflow.sandbox.command.domain.Updates;
import io.domainflow.sandbox.command.renewal.Renewals;
import io.domainflow.sandbox.command.renewal.Restores;
import io.domainflow.sandbox.command.transfer.Trades;
import io.domainflow.sandbox.command.transfer.Transfers;
import io.domainflow.sandbox.protocol.Answer;
import io.domainflow.sandbox.protocol.Code;
import io.domainflow.sandbox.registry.Applications;
import io.domainflow.sandbox.state.SandboxState;
import io.domainflow.sandbox.state.Table;
import io.domainflow.sandbox.state.Transaction;
import io.domainflow.sandbox.stored.Stored;
import io.domainflow.sandbox.stored.name.DeletedName;
import io.domainflow.sandbox.stored.name.NameDates;
import io.domainflow.sandbox.stored.name.PendingOutcome;
import io.domainflow.sandbox.stored.name.RegisteredName;
import io.domainflow.sandbox.stored.name.Trade;
import io.domainflow.sandbox.stored.name.Transfer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Carries out due work. Nothing runs in the background: a call that reads the sandbox first carries
 * out all due work, each part at its own time.
 */
@Component("sandboxOutcomes")
@ConditionalOnSandbox
public class Outcomes implements ScheduledWork {

  private final SandboxState state;
  private final Ledger ledger;
  private final Events events;
  private final Transfers transfers;
  private final Trades trades;
  private final Renewals renewals;
  private final Restores restores;
  private final Clock clock;

  Outcomes(
      SandboxState state,
      Ledger ledger,
      Events events,
      Transfers transfers,
      Trades trades,
      Renewals renewals,
      Restores restores,
      Clock clock) {
    this.state = state;
    this.ledger = ledger;
    this.events = events;
    this.transfers = transfers;
    this.trades = trades;
    this.renewals = renewals;
    this.restores = restores;
    this.clock = clock;
  }

  /** Carries out everything that is due by now, in the order of its time. */
  public void happen(Transaction transaction) {
    Instant now = clock.instant();
    List<Stored> due = transaction.dueUntil(now);
    // This can make more work due, such as the renewal of a name that was charged for it.
    while (!due.isEmpty()) {
      due.forEach(row -> happen(row, transaction));
      due = transaction.dueUntil(now);
    }
  }

  private void happen(Stored row, Transaction transaction) {
    if (row instanceof PendingOutcome pending) {
      decide(pending, transaction);
    } else if (row instanceof Transfer transfer) {
      transfers.advance(transfer, transaction);
    } else if (row instanceof Trade trade) {
      trades.advance(trade, transaction);
    } else if (row instanceof RegisteredName name) {
      renewals.advance(name, transaction);
    } else if (row instanceof DeletedName deleted) {
      restores.advance(deleted, transaction);
    }
  }

  private void decide(PendingOutcome pending, Transaction transaction) {
    transaction.remove(Table.PENDING, pending.key());
    Optional<PendingOutcome> outcome;
    if (isUpdate(pending)) {
      outcome = Updates.decide(pending, transaction);
    } else if (pending.application() != null) {
      outcome = Applications.decide(pending, transaction);
    } else {
      outcome = decideRegistration(pending, transaction);
    }
    outcome.ifPresent(decided -> tell(decided, transaction));
  }

  private static Optional<PendingOutcome> decideRegistration(
      PendingOutcome pending, Transaction transaction) {
    Optional<RegisteredName> name = transaction.find(Table.NAMES, pending.domain());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (pending.successful()) {
      int years = Integer.parseInt(name.get().period().replace("Y", ""));
      transaction.put(
          Table.NAMES,
          name.get().activated(pending.dueAt(), NameDates.expiry(pending.dueAt(), years)));
    } else {
      transaction.remove(Table.NAMES, pending.domain());
    }
    return Optional.of(pending);
  }

  private void tell(PendingOutcome pending, Transaction transaction) {
    if (pending.successful()) {
      ledger.log(pending, Answer.of(Code.COMPLETED), transaction);
    } else {
      if (!isUpdate(pending)) {
        ledger.refund(pending, transaction);
      }
      String reason = pending.reason() == null ? "rejected by the registry" : pending.reason();
      ledger.log(pending, Answer.of(Code.FAILED, reason), transaction);
    }
    events.tell(
        pending.account(),
        pending.domain(),
        isUpdate(pending) ? "DOMAIN_MODIFICATION" : "DOMAIN_CREATE",
        (isUpdate(pending) ? "MODIFICATION" : "CREATE")
            + (pending.successful() ? "_SUCCESSFUL" : "_FAILED"),
        pending.reason() == null ? "" : pending.reason(),
        pending.dueAt(),
        transaction);
  }

  private static boolean isUpdate(PendingOutcome pending) {
    return pending.update() != null;
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant now) {
    return state.transaction(transaction -> transaction.nextDueAfter(now));
  }

  @Override
  public List<String> unfinishedAt(Instant now) {
    state.change(this::happen);
    return List.of();
  }
}
