package io.domainflow.ispapi.probe;

import io.domainflow.ispapi.command.StatusObjectLog;
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
import io.domainflow.registrar.command.TransferKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds a transfer by its state, else by the arrived name, else by the registrar's log. A transfer
 * that has since failed was executed nevertheless: it is not requested again unless a person
 * decides so.
 *
 * <p>The presence of the name alone proves nothing, because it may have been there before. The date
 * of its last transfer is proof, and so is the log.
 */
@Component
class RequestTransferProbe implements IspapiProbe<RequestTransfer, RequestTransfer.Result> {

  private static final CompetingOrders.Work TRANSFERRING =
      new CompetingOrders.Work(
          Set.of("TransferDomain"), "transferring the same name", "transferred the same name");

  private static final Set<Operation> OPERATIONS = Set.of(Operation.TRANSFER);

  private final CompetingOrders others;
  private final ObjectLog log;

  RequestTransferProbe(CompetingOrders others, ObjectLog log) {
    this.others = others;
    this.log = log;
  }

  @Override
  public ProbeResult<RequestTransfer.Result> probe(
      RequestTransfer command, Intent intent, Reader registrar) {
    DomainName name = command.domain();
    Optional<ReadTransfer.Result> transfer;
    Optional<ReadDomain.Result> domain;
    try {
      transfer = transfer(name, intent, registrar);
      if (transfer.isPresent()) {
        return unlessAnothers(
            intent, name, transfer.get().createdAt(), transfer.get().state() != State.SUCCESSFUL);
      }
      domain = registrar.domain(name);
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
    Optional<Instant> arrival = domain.map(ReadDomain.Result::transferredAt);
    if (arrival.filter(at -> !at.isBefore(AttemptTime.dayBefore(intent))).isPresent()) {
      return unlessAnothers(intent, name, arrival.get(), false);
    }
    Optional<List<Entry>> entries =
        log.entries(name, AttemptTime.since(intent), OPERATIONS, registrar);
    if (entries.isEmpty() && domain.isPresent() && arrival.isEmpty()) {
      return new ProbeResult.Inconclusive<>(
          "the name is in the account, and nothing tells since when");
    }
    return entries.orElse(List.of()).stream()
        .filter(entry -> isOurs(command, intent, entry, registrar))
        .findFirst()
        .map(entry -> unlessAnothers(intent, name, entry.at(), isPending(entry)))
        .orElse(new ProbeResult.NoTrace<>());
  }

  /** The transfer that may belong to this attempt, if there is one. */
  private static Optional<ReadTransfer.Result> transfer(
      DomainName name, Intent intent, Reader registrar) {
    return registrar
        .transfer(name)
        .filter(RequestTransferProbe::isIncoming)
        .filter(found -> isOfAttempt(found, intent));
  }

  // Only two of the types certainly mean something else.
  private static boolean isIncoming(ReadTransfer.Result transfer) {
    return switch (transfer.type()) {
      case INCOMING, OTHER -> true;
      case OUTGOING, TRADE -> false;
    };
  }

  /** A failed one may belong to an earlier attempt, of this order or another: it must be newer. */
  private static boolean isOfAttempt(ReadTransfer.Result transfer, Intent intent) {
    Instant since =
        transfer.state() == State.FAILED
            ? AttemptTime.since(intent)
            : AttemptTime.dayBefore(intent);
    return transfer.createdAt() == null || !transfer.createdAt().isBefore(since);
  }

  // External events have no command; a withdrawal or a refused request is not a transfer.
  private boolean isOurs(RequestTransfer command, Intent intent, Entry entry, Reader registrar) {
    Optional<StatusObjectLog.Result> detail = log.read(entry, registrar);
    if (detail.isEmpty() || detail.get().command().isEmpty()) {
      return true;
    }
    String action = detail.get().command().getOrDefault("ACTION", TransferKind.REQUEST.name());
    return Arrays.stream(TransferKind.values()).anyMatch(kind -> kind.name().equals(action))
        && ObjectLog.accepted(detail.get())
        && log.isOf(command, intent, entry, detail.get());
  }

  private static boolean isPending(Entry entry) {
    return entry.outcome() != Outcome.SUCCESSFUL;
  }

  private ProbeResult<RequestTransfer.Result> unlessAnothers(
      Intent intent, DomainName name, @Nullable Instant at, boolean pending) {
    return others.executedUnlessTheirs(
        intent,
        TRANSFERRING,
        name.ascii(),
        AttemptTime.dayBefore(intent),
        at,
        new RequestTransfer.Result(pending, "domain transfer initiated", false));
  }
}
