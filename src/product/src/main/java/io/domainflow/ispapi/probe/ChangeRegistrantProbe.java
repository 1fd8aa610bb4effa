package io.domainflow.ispapi.probe;

import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.lineprotocol.probe.CompetingOrders;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ChangeRegistrant;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReadTransfer.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds a change of registrant by its state, else by the registrar's log. A change that has since
 * failed or been withdrawn was executed nevertheless: it is not requested again unless a person
 * decides so.
 *
 * <p>The new registrant alone proves nothing, because the name may have had it before. A change
 * that began since the attempt is proof, and so is the log.
 */
@Component
class ChangeRegistrantProbe implements IspapiProbe<ChangeRegistrant, ChangeRegistrant.Result> {

  // A replaced contact may have become a change of registrant.
  private static final CompetingOrders.Work TRADING =
      new CompetingOrders.Work(
          Set.of("TradeDomain", "ModifyDomain"),
          "changing the same registrant",
          "changed the same registrant");

  private static final Operation OPERATION = Operation.REGISTRANT_CHANGE;

  private final CompetingOrders others;
  private final ObjectLog log;

  ChangeRegistrantProbe(CompetingOrders others, ObjectLog log) {
    this.others = others;
    this.log = log;
  }

  /**
   * What the registrar shows of a name.
   *
   * @param trade the change that began since the attempt, to any registrant
   * @param hasRegistrant whether the name has the new registrant
   * @param byEarlier whether a change that began before the attempt was the cause
   */
  private record Shown(
      Optional<ReadRegistrantChange.Result> trade, boolean hasRegistrant, boolean byEarlier) {

    boolean mayOwnItThroughThis() {
      return hasRegistrant && !byEarlier;
    }
  }

  /** An entry of the log with what can be read of it. */
  private record Line(Entry entry, Optional<StatusObjectLog.Result> detail) {

    /** Parameters of the command; empty for entries without a command. */
    Map<String, String> command() {
      return detail.map(StatusObjectLog.Result::command).orElse(Map.of());
    }

    boolean isSuccessful() {
      return entry.outcome() == Outcome.SUCCESSFUL;
    }
  }

  @Override
  public ProbeResult<ChangeRegistrant.Result> probe(
      ChangeRegistrant command, Intent intent, Reader registrar) {
    Shown shown;
    try {
      shown = shown(command, intent, registrar);
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
    Optional<ReadRegistrantChange.Result> trade = shown.trade();
    if (trade.filter(found -> isTo(command, found)).isPresent()) {
      return unlessAnothers(
          intent, command, trade.get().createdAt(), trade.get().state() != State.SUCCESSFUL);
    }
    Optional<List<Entry>> entries =
        log.entries(command.domain(), AttemptTime.since(intent), registrar);
    List<Line> lines =
        entries.orElse(List.of()).stream()
            .map(entry -> new Line(entry, log.read(entry, registrar)))
            .toList();
    Optional<Line> ours =
        lines.stream()
            .filter(line -> isOurs(command, intent, line) || isOutcome(line, lines, shown, intent))
            .findFirst();
    if (ours.isPresent()) {
      boolean done = shown.hasRegistrant() || ours.get().isSuccessful();
      return unlessAnothers(intent, command, ours.get().entry().at(), !done);
    }
    if (trade.filter(found -> found.newOwnerContact() == null).isPresent()) {
      return new ProbeResult.Inconclusive<>(
          "a change of registrant is there, and nothing tells to whom");
    }
    return entries.isEmpty() && shown.mayOwnItThroughThis()
        ? new ProbeResult.Inconclusive<>(
            "the name has the new registrant, and nothing tells since when")
        : new ProbeResult.NoTrace<>();
  }

  private static Shown shown(ChangeRegistrant command, Intent intent, Reader registrar) {
    Optional<ReadRegistrantChange.Result> trade = registrar.change(command.domain());
    Optional<ReadRegistrantChange.Result> begun = trade.filter(found -> isOfAttempt(found, intent));
    if (begun.filter(found -> isTo(command, found)).isPresent()) {
      return new Shown(begun, false, false);
    }
    boolean byEarlier =
        begun.isEmpty()
            && trade
                .filter(found -> isTo(command, found) && found.state() == State.SUCCESSFUL)
                .isPresent();
    return new Shown(begun, hasRegistrant(command, registrar), byEarlier);
  }

  /**
   * An entry that had failed when ours began belongs to an earlier attempt, of this order or
   * another.
   */
  private static boolean isOfAttempt(ReadRegistrantChange.Result trade, Intent intent) {
    boolean earlier = trade.state() == State.FAILED && isBefore(trade.updatedAt(), begin(intent));
    return !earlier && !isBefore(trade.createdAt(), AttemptTime.since(intent));
  }

  private static boolean isBefore(@Nullable Instant at, Instant limit) {
    return at != null && at.isBefore(limit);
  }

  // The registrar's dates have no fractions of a second.
  private static Instant begin(Intent intent) {
    return intent.intendedAt().truncatedTo(ChronoUnit.SECONDS);
  }

  private static boolean hasRegistrant(ChangeRegistrant command, Reader registrar) {
    return registrar
        .domain(command.domain())
        .filter(domain -> command.ownerHandle().equalsIgnoreCase(domain.ownerContact()))
        .isPresent();
  }

  private static boolean isTo(ChangeRegistrant command, ReadRegistrantChange.Result trade) {
    return command.ownerHandle().equalsIgnoreCase(trade.newOwnerContact());
  }

  // A withdrawal is not a change.
  private boolean isOurs(ChangeRegistrant command, Intent intent, Line line) {
    return !line.command().isEmpty()
        && line.command().getOrDefault("ACTION", "request").equalsIgnoreCase("request")
        && line.detail().filter(ObjectLog::accepted).isPresent()
        && line.detail().filter(read -> log.isOf(command, intent, line.entry(), read)).isPresent();
  }

  /**
   * Whether an entry without a command may be the result of ours. It does not name the new
   * registrant: a success is ours if the name has the registrant; anything else only if no command
   * and no other change is more conclusive.
   */
  private static boolean isOutcome(Line line, List<Line> lines, Shown shown, Intent intent) {
    if (!line.command().isEmpty() || line.entry().operation() != OPERATION) {
      return false;
    }
    if (line.isSuccessful()) {
      return shown.mayOwnItThroughThis();
    }
    return shown.trade().isEmpty()
        && lines.stream().noneMatch(ChangeRegistrantProbe::isCommand)
        && !isBefore(line.entry().at(), begin(intent));
  }

  private static boolean isCommand(Line line) {
    return "TradeDomain".equalsIgnoreCase(line.command().get("COMMAND"));
  }

  private ProbeResult<ChangeRegistrant.Result> unlessAnothers(
      Intent intent, ChangeRegistrant command, @Nullable Instant at, boolean pending) {
    return others.executedUnlessTheirs(
        intent,
        TRADING,
        command.object(),
        AttemptTime.since(intent),
        at,
        new ChangeRegistrant.Result(pending, pending ? "trade pending" : "domain trade succeeded"));
  }
}
