package io.domainflow.registrar;

import io.domainflow.ispapi.command.QueryObjectLogList.Entry;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.command.StatusDomainTrade;
import io.domainflow.ispapi.command.StatusDomainTransfer.State;
import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.ispapi.command.TradeDomain;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.RegistrarFailure.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds a change of registrant by its state, else by the registrar's log. One that has failed or
 * was withdrawn since was carried out nonetheless: nobody is asked for the name a second time
 * without somebody having decided so.
 *
 * <p>That the name has the new registrant proves nothing by itself: it may have had it before. A
 * change that began since the attempt does, and the log.
 */
@Component
class TradeDomainProbe implements Probe<TradeDomain, TradeDomain.Result> {

  // A replaced contact may have become a change of registrant.
  private static final Set<String> TRADING = Set.of("TradeDomain", "ModifyDomain");

  // Not documented for the log; lists of orders call it so.
  private static final String OPERATION = "TRADE";

  private static final String SUCCESSFUL = "SUCCESSFUL";

  private final CommandJournal journal;
  private final ObjectLog log;

  TradeDomainProbe(CommandJournal journal, ObjectLog log) {
    this.journal = journal;
    this.log = log;
  }

  /**
   * What the registrar shows of a name.
   *
   * @param trade the change that began since the attempt, whoever it is to
   * @param hasRegistrant whether the registrant to be is the registrant of now
   * @param byEarlier whether that has come of a change that began before the attempt
   */
  private record Shown(
      Optional<StatusDomainTrade.Result> trade, boolean hasRegistrant, boolean byEarlier) {

    boolean mayHaveItByThis() {
      return hasRegistrant && !byEarlier;
    }
  }

  @Override
  public Class<TradeDomain> command() {
    return TradeDomain.class;
  }

  @Override
  public Finding<TradeDomain.Result> look(TradeDomain command, Intent intent, Reader registrar) {
    Shown shown;
    try {
      shown = shown(command, intent, registrar);
    } catch (Refused e) {
      return new Finding.Inconclusive<>(e.getMessage());
    }
    Optional<StatusDomainTrade.Result> trade = shown.trade();
    if (trade.filter(found -> isTo(command, found)).isPresent()) {
      return unlessOfAnother(
          intent, command, trade.get().createdAt(), trade.get().state() != State.SUCCESSFUL);
    }
    Optional<List<Entry>> entries =
        log.entries(command.domain(), ObjectLog.since(intent), registrar);
    Optional<Entry> ours =
        entries.orElse(List.of()).stream()
            .filter(entry -> isOurs(command, intent, entry, shown, registrar))
            .findFirst();
    if (ours.isPresent()) {
      boolean done = shown.hasRegistrant() || ours.get().status().equals(SUCCESSFUL);
      return unlessOfAnother(intent, command, ours.get().at(), !done);
    }
    if (trade.filter(found -> found.newOwnerContact() == null).isPresent()) {
      return new Finding.Inconclusive<>(
          "a change of registrant is there, and nothing tells to whom");
    }
    return entries.isEmpty() && shown.mayHaveItByThis()
        ? new Finding.Inconclusive<>(
            "the name has the new registrant, and nothing tells since when")
        : new Finding.NoTrace<>();
  }

  private static Shown shown(TradeDomain command, Intent intent, Reader registrar) {
    Optional<StatusDomainTrade.Result> trade = trade(command.domain(), registrar);
    Optional<StatusDomainTrade.Result> begun =
        trade.filter(
            found ->
                found.createdAt() == null || !found.createdAt().isBefore(ObjectLog.since(intent)));
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

  /** The change that is under way or has ended lately, if there is one. */
  private static Optional<StatusDomainTrade.Result> trade(DomainName name, Reader registrar) {
    try {
      return Optional.of(registrar.ask(new StatusDomainTrade(name)));
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED, ResultCode.NOT_UNIQUE)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean hasRegistrant(TradeDomain command, Reader registrar) {
    try {
      return command
          .ownerHandle()
          .equalsIgnoreCase(registrar.ask(new StatusDomain(command.domain())).ownerContact());
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isTo(TradeDomain command, StatusDomainTrade.Result trade) {
    return command.ownerHandle().equalsIgnoreCase(trade.newOwnerContact());
  }

  private boolean isOurs(
      TradeDomain command, Intent intent, Entry entry, Shown shown, Reader registrar) {
    Optional<StatusObjectLog.Result> detail = log.read(entry, registrar);
    if (detail.isEmpty() || detail.get().command().isEmpty()) {
      return entry.operation().equals(OPERATION) && mayBeOurs(entry, shown);
    }
    // A withdrawal is no change.
    return "request".equalsIgnoreCase(detail.get().command().getOrDefault("ACTION", "request"))
        && ObjectLog.accepted(detail.get())
        && log.isOf(command, intent, entry, detail.get());
  }

  // What the registrar writes down of itself does not say to whom the change was.
  private static boolean mayBeOurs(Entry entry, Shown shown) {
    return entry.status().equals(SUCCESSFUL) ? shown.mayHaveItByThis() : shown.trade().isEmpty();
  }

  /** Two orders for one name come one after the other: what began later than ours is no other's. */
  private Finding<TradeDomain.Result> unlessOfAnother(
      Intent intent, TradeDomain command, Instant at, boolean pending) {
    boolean later = at != null && !at.isBefore(intent.intendedAt().truncatedTo(ChronoUnit.SECONDS));
    return switch (journal.claimOfOthers(
        intent, TRADING, command.object(), ObjectLog.since(intent))) {
      case OPEN -> new Finding.Inconclusive<>("another order is changing the same registrant");
      case EXECUTED ->
          later
              ? executed(pending)
              : new Finding.Inconclusive<>("another order has changed the same registrant");
      case NONE -> executed(pending);
    };
  }

  private static Finding<TradeDomain.Result> executed(boolean pending) {
    return new Finding.Executed<>(
        new TradeDomain.Result(pending, pending ? "trade pending" : "domain trade succeeded"));
  }
}
