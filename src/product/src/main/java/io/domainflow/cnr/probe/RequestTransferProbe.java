package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.lineprotocol.probe.CompetingOrders;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.registrar.command.ReadTransfer.State;
import io.domainflow.registrar.command.RequestTransfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds a transfer by its state, else by the events of the name, else by the name that has arrived.
 * A transfer that has since failed was executed nevertheless: it is not requested again unless a
 * person decides so.
 *
 * <p>The registrar may state a transfer without a date. Then a transfer under way is ours only
 * after a lost answer: the order had found none before it sent its command, and a clear refusal of
 * that command is believed. Without a date, a failed transfer, or a name that is here, proves
 * nothing.
 */
@Component("cnrRequestTransferProbe")
class RequestTransferProbe implements CnrProbe<RequestTransfer, RequestTransfer.Result> {

  private static final CompetingOrders.Work TRANSFERRING =
      new CompetingOrders.Work(
          Set.of("TransferDomain"), "transferring the same name", "transferred the same name");

  private static final int MOST_EVENTS = 20;

  private final CompetingOrders others;

  RequestTransferProbe(CompetingOrders others) {
    this.others = others;
  }

  @Override
  public ProbeResult<RequestTransfer.Result> probe(
      RequestTransfer command, Intent intent, Reader registrar) {
    DomainName name = command.domain();
    try {
      Optional<ReadTransfer.Result> transfer =
          registrar.transfer(name).filter(RequestTransferProbe::isIncoming);
      if (transfer.filter(found -> isOfAttempt(found, intent)).isPresent()) {
        return unlessAnothers(
            intent,
            name,
            transfer.get().createdAt(),
            transfer.get().state() != State.SUCCESSFUL,
            transfer.get().betweenAccounts());
      }
      Optional<Entry> event = event(name, intent, registrar);
      if (event.isPresent()) {
        return unlessAnothers(
            intent, name, event.get().at(), event.get().outcome() != Outcome.SUCCESSFUL, false);
      }
      if (!intent.inDoubt()) {
        return new ProbeResult.NoTrace<>();
      }
      return undated(transfer, name, intent, registrar);
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
  }

  private static boolean isIncoming(ReadTransfer.Result transfer) {
    return transfer.type() == ReadTransfer.Type.INCOMING
        || transfer.type() == ReadTransfer.Type.OTHER;
  }

  private static boolean isOfAttempt(ReadTransfer.Result transfer, Intent intent) {
    if (transfer.createdAt() == null) {
      return intent.inDoubt() && !transfer.state().isOver();
    }
    // A failed one may belong to an earlier attempt, of this order or another: it must be newer.
    boolean wide = intent.inDoubt() && transfer.state() != State.FAILED;
    Instant since = wide ? AttemptTime.dayBefore(intent) : AttemptTime.since(intent);
    return !transfer.createdAt().isBefore(since);
  }

  // An event is proof; a missing one proves nothing.
  private static Optional<Entry> event(DomainName name, Intent intent, Reader registrar) {
    return registrar.log(name, AttemptTime.since(intent), MOST_EVENTS).orElse(List.of()).stream()
        .filter(entry -> entry.operation() == Operation.TRANSFER)
        .findFirst();
  }

  private ProbeResult<RequestTransfer.Result> undated(
      Optional<ReadTransfer.Result> transfer, DomainName name, Intent intent, Reader registrar) {
    Optional<ReadDomain.Result> domain = registrar.domain(name);
    Optional<Instant> arrival = domain.map(ReadDomain.Result::transferredAt);
    boolean arrived = arrival.filter(at -> !at.isBefore(AttemptTime.dayBefore(intent))).isPresent();
    if (arrived) {
      return unlessAnothers(intent, name, arrival.get(), false, false);
    }
    if (domain.isPresent() && arrival.isEmpty()) {
      return new ProbeResult.Inconclusive<>(
          "the name is in the account, and nothing tells since when");
    }
    if (transfer.filter(found -> found.state() == State.FAILED).isPresent()) {
      return new ProbeResult.Inconclusive<>(
          "a transfer of the name has failed, and nothing tells when");
    }
    return Charges.isThereOne(name, intent, registrar)
        ? new ProbeResult.Inconclusive<>(
            "the account was charged for the name, of which it shows no transfer")
        : new ProbeResult.NoTrace<>();
  }

  private ProbeResult<RequestTransfer.Result> unlessAnothers(
      Intent intent,
      DomainName name,
      @Nullable Instant at,
      boolean pending,
      boolean betweenAccounts) {
    return others.executedUnlessTheirs(
        intent,
        TRANSFERRING,
        name.ascii(),
        AttemptTime.dayBefore(intent),
        at,
        new RequestTransfer.Result(pending, "domain transfer initiated", betweenAccounts));
  }
}
