package io.domainflow.process.transfer;

import io.domainflow.ispapi.command.QueryDomainRepositoryInfo;
import io.domainflow.ispapi.command.QueryObjectLogList;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.command.StatusDomainTransfer;
import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfer;
import io.domainflow.order.Transfer.Phase;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  // As the registrar's modules found them in the log; its page does not list them.
  private static final Set<String> INCOMING = Set.of("INBOUND_TRANSFER", "TRANSFER");
  private static final Set<String> ENDS = Set.of("SUCCESSFUL", "FAILED");

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
    Optional<StatusDomainTransfer.Result> shown = shown(order, registrar);
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
      StatusDomainTransfer.Result shown,
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
          registrar
              .ask(order.account(), new QueryDomainRepositoryInfo(order.domain()))
              .transferPending();
      return period == null ? USUAL_PENDING_PERIOD : period;
    } catch (Refused e) {
      return USUAL_PENDING_PERIOD;
    }
  }

  private State end(
      ProvisioningOrder order,
      Transfer transfer,
      Optional<StatusDomainTransfer.Result> shown,
      RegistrarGateway registrar) {
    List<QueryObjectLogList.Entry> log = log(order, transfer, registrar);
    // Newest first. What was only asked for, such as a withdrawal, is logged too and ends nothing.
    Optional<QueryObjectLogList.Entry> failed =
        log.stream()
            .filter(entry -> ENDS.contains(entry.status()))
            .findFirst()
            .filter(entry -> entry.status().equals("FAILED"));
    boolean failedByStatus =
        shown.filter(status -> status.state() == StatusDomainTransfer.State.FAILED).isPresent();
    if (failed.isPresent() || failedByStatus) {
      return new State.Failed(
          failed.flatMap(entry -> reason(order, entry, registrar)).orElse(null));
    }
    boolean silentForLong =
        shown.isEmpty()
            && isLongAgo(transfer.requestedAt())
            && log.stream().allMatch(entry -> entry.at() != null && isLongAgo(entry.at()));
    return silentForLong ? new State.Failed(null) : new State.Unclear();
  }

  private static Optional<StatusDomainTransfer.Result> shown(
      ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return Optional.of(
              registrar.ask(
                  order.request().account(), new StatusDomainTransfer(order.request().domain())))
          .filter(transfer -> transfer.type() == StatusDomainTransfer.Type.INCOMING);
    } catch (Refused e) {
      return unlessThere(e);
    }
  }

  private static boolean isHere(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      registrar.ask(order.request().account(), new StatusDomain(order.request().domain()));
      return true;
    } catch (Refused e) {
      unlessThere(e);
      return false;
    }
  }

  private static List<QueryObjectLogList.Entry> log(
      ProvisioningOrder order, Transfer transfer, RegistrarGateway registrar) {
    try {
      return registrar
          .ask(
              order.request().account(),
              new QueryObjectLogList(
                  order.request().domain(), transfer.requestedAt().minus(CLOCK_SKEW), LOG_ENTRIES))
          .entries()
          .stream()
          .filter(entry -> INCOMING.contains(entry.operation()))
          .toList();
    } catch (Refused e) {
      // An account may lack the right to read the log; the status has to do then.
      return List.of();
    }
  }

  private boolean isLongAgo(Instant at) {
    return at.plus(LONGEST_SILENCE).isBefore(clock.instant());
  }

  private static Optional<String> reason(
      ProvisioningOrder order, QueryObjectLogList.Entry entry, RegistrarGateway registrar) {
    try {
      return registrar.ask(order.request().account(), new StatusObjectLog(entry.index())).reason();
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> unlessThere(Refused refusal) {
    if (refusal.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
      return Optional.empty();
    }
    throw refusal;
  }
}
