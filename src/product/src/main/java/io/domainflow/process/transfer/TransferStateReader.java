package io.domainflow.process.transfer;

import io.domainflow.model.DomainName;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.process.domain.OperationLog;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadLog;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadRegistryRules;
import io.domainflow.registrar.command.ReadTransfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out the state of a transfer. While it is under way, the registrar shows it; once it has
 * ended, the registrar may show nothing, and then the name itself and its log tell. An event or a
 * list never decides.
 */
@Component
class TransferStateReader {

  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

  /** ICANN's transfer policy gives the losing registrar five days. */
  private static final Duration USUAL_PENDING_PERIOD = Duration.ofDays(5);

  // The registrar's clock and ours need not match to the second.
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

  private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

  private final Clock clock;

  TransferStateReader(Clock clock) {
    this.clock = clock;
  }

  /** The state of a transfer. */
  sealed interface State {

    /**
     * The transfer is under way.
     *
     * @param phaseEndsAt null if it is not known
     */
    record UnderWay(Phase phase, Instant since, @Nullable Instant phaseEndsAt) implements State {}

    /** The name is here. */
    record Arrived() implements State {}

    /**
     * The transfer has ended, and the name is not here; the reason is null if the registrar states
     * none.
     */
    record Failed(@Nullable String reason) implements State {}

    /** The registrar shows neither a pending transfer nor an end. */
    record Unclear() implements State {}
  }

  /** Reads the state; the result depends on the registrar's data and the time. */
  State read(DomainName name, Transfer transfer, Reader registrar) {
    Optional<ReadTransfer.Result> shown =
        registrar.transfer(name).filter(found -> found.type() == ReadTransfer.Type.INCOMING);
    if (shown.isPresent() && !shown.get().state().isOver()) {
      return underWay(name, transfer, shown.get(), registrar);
    }
    if (registrar.domain(name).isPresent()) {
      return new State.Arrived();
    }
    return end(name, transfer, shown.filter(found -> isOf(transfer, found)), registrar);
  }

  // The registrar may still show the end of an earlier transfer of the name.
  private static boolean isOf(Transfer transfer, ReadTransfer.Result shown) {
    return shown.createdAt() == null
        || !shown.createdAt().isBefore(transfer.requestedAtOrThrow().minus(CLOCKS_DIFFER_BY));
  }

  private State underWay(
      DomainName name, Transfer transfer, ReadTransfer.Result shown, Reader registrar) {
    Phase phase = TransferWait.phase(shown.state());
    Instant since = shown.createdAt() == null ? transfer.requestedAtOrThrow() : shown.createdAt();
    if (phase == Phase.CONFIRMATION_MAIL) {
      return new State.UnderWay(phase, since, null);
    }
    if (transfer.phase() == phase && transfer.phaseEndsAt() != null) {
      return new State.UnderWay(phase, since, transfer.phaseEndsAt());
    }
    Instant begun = shown.updatedAt() == null ? clock.instant() : shown.updatedAt();
    return new State.UnderWay(phase, since, begun.plus(pendingPeriod(name, registrar)));
  }

  /** How long the losing registrar has to object, depending on the zone. */
  static Duration pendingPeriod(DomainName name, Reader registrar) {
    try {
      Duration period = registrar.ask(new ReadRegistryRules(name)).transferPending();
      return period == null ? USUAL_PENDING_PERIOD : period;
    } catch (Refused e) {
      return USUAL_PENDING_PERIOD;
    }
  }

  private State end(
      DomainName name, Transfer transfer, Optional<ReadTransfer.Result> shown, Reader registrar) {
    OperationLog log =
        OperationLog.read(name, Operation.TRANSFER, transfer.requestedAtOrThrow(), registrar);
    Optional<ReadLog.Entry> failed = log.failure();
    boolean failedByStatus =
        shown.filter(status -> status.state() == ReadTransfer.State.FAILED).isPresent();
    if (failed.isPresent() || failedByStatus) {
      return new State.Failed(
          failed
              .flatMap(registrar::reason)
              .or(() -> shown.flatMap(TransferStateReader::lastWords))
              .orElse(null));
    }
    boolean silentForLong =
        shown.isEmpty()
            && isLongAgo(transfer.requestedAtOrThrow())
            && log.entries().stream()
                .allMatch(entry -> entry.at() != null && isLongAgo(entry.at()));
    return silentForLong ? new State.Failed(null) : new State.Unclear();
  }

  /** The last log entry of a failed transfer, without mail addresses of people. */
  private static Optional<String> lastWords(ReadTransfer.Result transfer) {
    return transfer.state() == ReadTransfer.State.FAILED && !transfer.log().isEmpty()
        ? Optional.of(transfer.log().get(transfer.log().size() - 1))
            .map(line -> ADDRESS.matcher(line).replaceAll("…"))
        : Optional.empty();
  }

  private boolean isLongAgo(Instant at) {
    return at.plus(LONGEST_SILENCE).isBefore(clock.instant());
  }
}
