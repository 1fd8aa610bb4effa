package io.domainflow.ispapi.probe;

import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.lineprotocol.probe.CompetingOrders;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.RestoreDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out by the registrar's log, else by the state of the name, whether a restore was requested;
 * the checks of the process show whether it has completed. A restore that has since failed was
 * executed nevertheless: it is too expensive to request again unless a person decides so.
 *
 * <p>A restore takes days, in which the name may still be listed as deleted, and the log may lag.
 * So after a lost answer, that list is proof only together with the log, and only some hours later.
 */
@Component
class RestoreDomainProbe implements IspapiProbe<RestoreDomain, RestoreDomain.Result> {

  private static final CompetingOrders.Work RESTORING =
      new CompetingOrders.Work(
          Set.of("RestoreDomain"), "restoring the same name", "restored the same name");

  /** How long the log may lag at most; a name can be restored for weeks. */
  private static final Duration LOG_LAGS = Duration.ofHours(6);

  private static final Operation OPERATION = Operation.RESTORE;

  private final CompetingOrders others;
  private final ObjectLog log;
  private final Clock clock;

  RestoreDomainProbe(CompetingOrders others, ObjectLog log, Clock clock) {
    this.others = others;
    this.log = log;
    this.clock = clock;
  }

  /** The state of the name. */
  private enum Place {
    BACK,
    DELETED,
    NOWHERE
  }

  /** An entry of the log with what can be read of it. */
  private record Line(Entry entry, Optional<StatusObjectLog.Result> detail) {

    boolean isCommand() {
      return detail
          .map(StatusObjectLog.Result::command)
          .filter(command -> !command.isEmpty())
          .isPresent();
    }

    boolean isRestoration() {
      return isCommand()
          ? "RestoreDomain".equalsIgnoreCase(detail.orElseThrow().command().get("COMMAND"))
              && ObjectLog.accepted(detail.get())
          : entry.operation() == OPERATION;
    }
  }

  @Override
  public ProbeResult<RestoreDomain.Result> probe(
      RestoreDomain command, Intent intent, Reader registrar) {
    Place place;
    try {
      place = place(command.domain(), intent, registrar);
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
    Optional<List<Line>> lines = lines(command.domain(), intent, registrar);
    List<Line> restorations =
        lines.stream().flatMap(List::stream).filter(Line::isRestoration).toList();
    Optional<Line> ours =
        restorations.stream().filter(line -> mayBeOurs(command, intent, line)).findFirst();
    if (ours.isPresent()) {
      return unlessAnothers(intent, command, ours.get().entry().at());
    }
    if (!restorations.isEmpty()) {
      return byAnother(intent, place, restorations);
    }
    return switch (place) {
      // One command, clearly refused: somebody else has restored the name.
      case BACK ->
          intent.inDoubt() ? unlessAnothers(intent, command, null) : new ProbeResult.NoTrace<>();
      case DELETED -> stillDeleted(intent, lines.isPresent());
      case NOWHERE ->
          intent.inDoubt()
              ? new ProbeResult.Inconclusive<>("the name is neither deleted nor in the account")
              : new ProbeResult.NoTrace<>();
    };
  }

  private ProbeResult<RestoreDomain.Result> stillDeleted(Intent intent, boolean logRead) {
    if (!intent.inDoubt()) {
      return new ProbeResult.NoTrace<>();
    }
    if (!logRead) {
      return new ProbeResult.Inconclusive<>("the name is deleted, and the log cannot be read");
    }
    Instant complete =
        Objects.requireNonNullElse(intent.doubtSince(), intent.intendedAt()).plus(LOG_LAGS);
    return clock.instant().isBefore(complete)
        ? new ProbeResult.Inconclusive<>(
            "the name is deleted, and the log may not show the restore until " + complete,
            false,
            complete)
        : new ProbeResult.NoTrace<>();
  }

  /** A restored name was restored by one command; that a log entry is not ours is less certain. */
  private ProbeResult<RestoreDomain.Result> byAnother(
      Intent intent, Place place, List<Line> restorations) {
    boolean byOtherLogin =
        restorations.stream().noneMatch(line -> log.isOfLogin(line.entry(), intent.account()));
    return !intent.inDoubt() || (place == Place.BACK && byOtherLogin)
        ? new ProbeResult.NoTrace<>()
        : new ProbeResult.Inconclusive<>(
            "the log has a restoration, but does not show who requested it");
  }

  private static Place place(DomainName name, Intent intent, Reader registrar) {
    Optional<ReadDomain.Result> domain = registrar.domain(name);
    if (domain.filter(found -> !found.deleting() && !isNew(found, intent)).isPresent()) {
      return Place.BACK;
    }
    return domain.filter(ReadDomain.Result::deleting).isPresent()
            || registrar.ask(new ReadDeletedDomain(name)).restorable()
        ? Place.DELETED
        : Place.NOWHERE;
  }

  // A new registration of the name is not a restore.
  private static boolean isNew(ReadDomain.Result domain, Intent intent) {
    return domain.createdAt() != null && !domain.createdAt().isBefore(AttemptTime.since(intent));
  }

  private Optional<List<Line>> lines(DomainName name, Intent intent, Reader registrar) {
    return log.entries(name, AttemptTime.since(intent), registrar)
        .map(
            entries ->
                entries.stream()
                    .map(entry -> new Line(entry, log.read(entry, registrar)))
                    .toList());
  }

  // An entry without a command may be the result of ours.
  private boolean mayBeOurs(RestoreDomain command, Intent intent, Line line) {
    return line.isCommand()
        ? log.isOf(command, intent, line.entry(), line.detail().orElseThrow())
        : log.isOfLogin(line.entry(), intent.account());
  }

  private ProbeResult<RestoreDomain.Result> unlessAnothers(
      Intent intent, RestoreDomain command, @Nullable Instant at) {
    return others.executedUnlessTheirs(
        intent,
        RESTORING,
        command.object(),
        AttemptTime.since(intent),
        at,
        new RestoreDomain.Result());
  }
}
