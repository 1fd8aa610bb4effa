package io.domainflow.process.transfer;

import io.domainflow.order.OrderRequest;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfer.Phase;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out how a transfer stands. While it runs the registrar shows it; once it is over it may
 * show nothing, and then the name itself and its log tell. An event or a list never decides.
 */
@Component
class TransferLook {

  /** ICANN's transfer policy gives the losing registrar five days. */
  private static final Duration USUAL_PENDING_PERIOD = Duration.ofDays(5);

  // The registrar's log and clock may lag.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final Duration LONGEST_SILENCE = Duration.ofDays(1);
  private static final int LOG_ENTRIES = 20;

  private final Clock clock;

  TransferLook(Clock clock) {
    this.clock = clock;
  }

  /** How it stands. */
  sealed interface State {

    /**
     * It runs.
     *
     * @param phaseEndsAt null if it is not known
     */
    record UnderWay(Phase phase, Instant since, Instant phaseEndsAt) implements State {}

    /** The name is here. */
    record Arrived() implements State {}

    /** It is over, and the name is not here; the reason is null if the registrar states none. */
    record Failed(String reason) implements State {}

    /** The registrar shows neither a running transfer nor an end. */
    record Unclear() implements State {}
  }

  State look(ProvisioningOrder order, Transfer transfer, RegistrarGateway registrar) {
    Optional<ReadTransfer.Result> shown = shown(order, registrar);
    if (shown.isPresent() && !shown.get().state().isOver()) {
      return underWay(order, transfer, shown.get(), registrar);
    }
    if (isHere(order, registrar)) {
      return new State.Arrived();
    }
    return end(order, transfer, shown, registrar);
  }

  private State underWay(
      ProvisioningOrder order,
      Transfer transfer,
      ReadTransfer.Result shown,
      RegistrarGateway registrar) {
    Phase phase = TransferWait.phase(shown.state());
    Instant since = shown.createdAt() == null ? transfer.requestedAt() : shown.createdAt();
    if (phase == Phase.CONFIRMATION_MAIL) {
      return new State.UnderWay(phase, since, null);
    }
    if (transfer.phase() == phase && transfer.phaseEndsAt() != null) {
      return new State.UnderWay(phase, since, transfer.phaseEndsAt());
    }
    Instant begun = shown.updatedAt() == null ? clock.instant() : shown.updatedAt();
    return new State.UnderWay(phase, since, begun.plus(pendingPeriod(order.request(), registrar)));
  }

  /** How long the losing registrar has to object, by the zone. */
  static Duration pendingPeriod(OrderRequest order, RegistrarGateway registrar) {
    try {
      Duration period =
          registrar.ask(order.account(), new ReadRegistryRules(order.domain())).transferPending();
      return period == null ? USUAL_PENDING_PERIOD : period;
    } catch (Refused e) {
      return USUAL_PENDING_PERIOD;
    }
  }

  private State end(
      ProvisioningOrder order,
      Transfer transfer,
      Optional<ReadTransfer.Result> shown,
      RegistrarGateway registrar) {
    Reader reader = registrar.reader(order.request().account());
    List<ReadLog.Entry> log =
        reader
            .log(order.request().domain(), transfer.requestedAt().minus(CLOCK_SKEW), LOG_ENTRIES)
            .orElse(List.of())
            .stream()
            .filter(entry -> entry.operation() == Operation.TRANSFER)
            .toList();
    // Newest first. What was only asked for, such as a withdrawal, is logged too and ends nothing.
    Optional<ReadLog.Entry> failed =
        log.stream()
            .filter(entry -> entry.outcome().isEnd())
            .findFirst()
            .filter(entry -> entry.outcome() == Outcome.FAILED);
    boolean failedByStatus =
        shown.filter(status -> status.state() == ReadTransfer.State.FAILED).isPresent();
    if (failed.isPresent() || failedByStatus) {
      return new State.Failed(failed.flatMap(reader::reason).orElse(null));
    }
    boolean silentForLong =
        shown.isEmpty()
            && isLongAgo(transfer.requestedAt())
            && log.stream().allMatch(entry -> entry.at() != null && isLongAgo(entry.at()));
    return silentForLong ? new State.Failed(null) : new State.Unclear();
  }

  private static Optional<ReadTransfer.Result> shown(
      ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar
        .reader(order.request().account())
        .transfer(order.request().domain())
        .filter(transfer -> transfer.type() == ReadTransfer.Type.INCOMING);
  }

  private static boolean isHere(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.reader(order.request().account()).domain(order.request().domain()).isPresent();
  }

  private boolean isLongAgo(Instant at) {
    return at.plus(LONGEST_SILENCE).isBefore(clock.instant());
  }
}
