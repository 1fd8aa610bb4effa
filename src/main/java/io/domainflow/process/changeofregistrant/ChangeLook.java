package io.domainflow.process.changeofregistrant;

import io.domainflow.ispapi.command.QueryObjectLogList;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.command.StatusDomainTrade;
import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange;
import io.domainflow.order.RegistrantChange.End;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds out how a change stands. Who the registrant is decides; while it is still the prior one,
 * the registrar shows a running change, or its log says how it ended. An event never decides, and
 * neither does a date.
 */
@Component
class ChangeLook {

  // The registrar's log and clock may lag.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final Duration LONGEST_SILENCE = Duration.ofHours(1);
  private static final int LOG_ENTRIES = 20;

  private static final String TRADE = "TRADE";
  private static final String FAILED = "FAILED";
  private static final Set<String> ENDS = Set.of("SUCCESSFUL", FAILED);

  // No contract: the words of the registrar's mails and logs as they are known.
  private static final Set<String> NO = Set.of("refus", "declin", "den", "reject", "disapprov");
  private static final String REGISTRY = "registry";
  private static final Set<String> OTHER = Set.of("on hold", "not in the account", REGISTRY);
  private static final Set<String> SILENCE =
      Set.of("not confirmed", "in time", "expired", "timeout");

  private final Clock clock;

  ChangeLook(Clock clock) {
    this.clock = clock;
  }

  /** How it stands. */
  sealed interface State {

    /**
     * It runs.
     *
     * @param since null if the registrar does not state it
     */
    record UnderWay(Instant since) implements State {}

    /** The registrant is the new one. */
    record Executed(StatusDomain.Result domain) implements State {}

    /** It is over, and the registrant is the prior one. */
    record Over(End end, StatusDomain.Result domain) implements State {}

    /** The registrar shows neither a running change nor an end. */
    record Unclear() implements State {}

    /** The name is not in the account any more. */
    record Gone() implements State {}
  }

  /**
   * Looks.
   *
   * @param formWanted whether the registry decides by a form, so that no mail asks anybody
   */
  State look(
      ProvisioningOrder order,
      RegistrantChange change,
      boolean formWanted,
      RegistrarGateway registrar) {
    Optional<StatusDomainTrade.Result> trade = trade(order, registrar);
    // After the change: one that is carried out in between is seen at the name.
    StatusDomain.Result domain;
    try {
      domain = registrar.ask(order.request().account(), new StatusDomain(order.request().domain()));
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
        return new State.Gone();
      }
      throw e;
    }
    if (isNewRegistrant(order, change, domain, registrar)) {
      return new State.Executed(domain);
    }
    if (trade.isPresent() && !trade.get().state().isOver()) {
      return new State.UnderWay(trade.get().createdAt());
    }
    return end(order, change, formWanted, trade, registrar)
        .<State>map(end -> new State.Over(end, domain))
        .orElse(new State.Unclear());
  }

  private static Optional<StatusDomainTrade.Result> trade(
      ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return Optional.of(
          registrar.ask(
              order.request().account(), new StatusDomainTrade(order.request().domain())));
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  // The registrar may keep the data under a handle of its own making.
  private static boolean isNewRegistrant(
      ProvisioningOrder order,
      RegistrantChange change,
      StatusDomain.Result domain,
      RegistrarGateway registrar) {
    String handle = domain.ownerContact();
    if (handle == null || handle.equalsIgnoreCase(change.before().handle())) {
      return false;
    }
    return handle.equalsIgnoreCase(order.purchase().handles().get(ContactRole.REGISTRANT))
        || RegistrantComparison.differences(
                PresentRegistrant.registrant(order.request().account(), handle, registrar),
                order.request().registrant())
            .isEmpty();
  }

  private Optional<End> end(
      ProvisioningOrder order,
      RegistrantChange change,
      boolean formWanted,
      Optional<StatusDomainTrade.Result> trade,
      RegistrarGateway registrar) {
    List<QueryObjectLogList.Entry> log = log(order, change, registrar);
    // Newest first. What was only asked for, such as a withdrawal, is logged too and ends nothing.
    Optional<QueryObjectLogList.Entry> failed =
        log.stream()
            .filter(entry -> ENDS.contains(entry.status()))
            .findFirst()
            .filter(entry -> entry.status().equals(FAILED));
    boolean failedByStatus =
        trade
            .filter(
                t -> t.state() == io.domainflow.ispapi.command.StatusDomainTransfer.State.FAILED)
            .isPresent();
    if (failed.isPresent() || failedByStatus) {
      String words =
          Stream.concat(
                  trade.stream()
                      .flatMap(t -> t.log().stream().skip(Math.max(0, t.log().size() - 1))),
                  failed.flatMap(entry -> reason(order, entry, registrar)).stream())
              .reduce("", (one, other) -> one + " " + other);
      return Optional.of(end(change, formWanted, words));
    }
    boolean silentForLong =
        trade.isEmpty()
            && change.course().requestedAt().plus(LONGEST_SILENCE).isBefore(clock.instant());
    return silentForLong ? Optional.of(end(change, formWanted, "")) : Optional.empty();
  }

  private End end(RegistrantChange change, boolean formWanted, String words) {
    // A «no» that was faster than a withdrawal counts: no agent may confirm against it.
    String text = words.toLowerCase(Locale.ROOT);
    if (NO.stream().anyMatch(text::contains)) {
      boolean ofRegistry = text.contains(REGISTRY) || (formWanted && !text.contains("registrant"));
      if (ofRegistry && change.course().withdrawnFor() == null) {
        return End.FAILED;
      }
      return End.DECLINED;
    }
    if (change.course().withdrawnFor() != null) {
      return change.course().withdrawnFor() == RegistrantChange.Withdrawal.DEADLINE
          ? End.LAPSED
          : End.WITHDRAWN;
    }
    if (SILENCE.stream().anyMatch(text::contains)) {
      return End.LAPSED;
    }
    if (OTHER.stream().anyMatch(text::contains)) {
      return End.FAILED;
    }
    Instant confirmBy = change.course().confirmBy();
    if (confirmBy == null || formWanted) {
      return End.FAILED;
    }
    // Before the deadline only somebody's «no» ends it.
    return clock.instant().isBefore(confirmBy.minus(CLOCK_SKEW)) ? End.DECLINED : End.LAPSED;
  }

  private static List<QueryObjectLogList.Entry> log(
      ProvisioningOrder order, RegistrantChange change, RegistrarGateway registrar) {
    try {
      return registrar
          .ask(
              order.request().account(),
              new QueryObjectLogList(
                  order.request().domain(),
                  change.course().requestedAt().minus(CLOCK_SKEW),
                  LOG_ENTRIES))
          .entries()
          .stream()
          .filter(entry -> entry.operation().equals(TRADE))
          .toList();
    } catch (Refused e) {
      // An account may lack the right to read the log; the status has to do then.
      return List.of();
    }
  }

  private static Optional<String> reason(
      ProvisioningOrder order, QueryObjectLogList.Entry entry, RegistrarGateway registrar) {
    try {
      return registrar.ask(order.request().account(), new StatusObjectLog(entry.index())).reason();
    } catch (Refused e) {
      return Optional.empty();
    }
  }
}
