package io.domainflow.ispapi.probe;

import io.domainflow.ispapi.command.IspapiCodecs;
import io.domainflow.ispapi.command.StatusObjectLog;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.lineprotocol.probe.CompetingOrders;
import io.domainflow.lineprotocol.probe.RenewalMove;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadLog.Entry;
import io.domainflow.registrar.command.ReadLog.Operation;
import io.domainflow.registrar.command.ReadLog.Outcome;
import io.domainflow.registrar.command.RenewDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks whether this attempt bought a further period, by the date that it moves compared with the
 * reading before the command: the end of the period, or until when the name is paid.
 *
 * <ul>
 *   <li>If the date has moved by less than the period, the renewal was not executed, unless the
 *       registrar's log lists it as executed: then the name does not show it yet.
 *   <li>If the date has moved by the period, the renewal was executed, with or without the log,
 *       which may lag or be inaccessible to the account.
 *   <li>The exception: the log attributes the renewal to another login, as with the registrar's
 *       panel and its automatic renewals. Two purchases would have moved the date twice, so ours
 *       was not executed. Sending again is safe then: the command states the expiry it is for, and
 *       the step reads that expiry again first. Where only one command was sent and was clearly
 *       refused, such as with {@link ResultCode#ALREADY_RENEWED}, any renewal that is not this
 *       command counts as somebody else's.
 *   <li>Everything else needs a person: an entry of our login that does not match our command
 *       exactly, a date that has moved too far, another of our orders.
 * </ul>
 */
@Component
class RenewDomainProbe implements IspapiProbe<RenewDomain, RenewDomain.Result> {

  private static final String ON_COMMAND = "RenewDomain";
  private static final CompetingOrders.Work RENEWING =
      new CompetingOrders.Work(
          Set.of(ON_COMMAND, "PayDomainRenewal"),
          "renewing the same name",
          "renewed the same name");

  private static final Operation OPERATION = Operation.RENEWAL;

  private final CompetingOrders others;
  private final ObjectLog log;

  RenewDomainProbe(CompetingOrders others, ObjectLog log) {
    this.others = others;
    this.log = log;
  }

  /** An entry of the log with what can be read of it. */
  private record Line(Entry entry, Optional<StatusObjectLog.Result> detail) {

    Map<String, String> command() {
      return detail.map(StatusObjectLog.Result::command).orElse(Map.of());
    }

    boolean isRenewal() {
      return detail.isPresent()
          && entry.outcome() != Outcome.FAILED
          && (command().isEmpty()
              ? entry.operation() == OPERATION
              : RENEWING.commandNames().stream()
                      .anyMatch(name -> name.equalsIgnoreCase(command().get("COMMAND")))
                  && ObjectLog.accepted(detail.get()));
    }

    /** Whether the entry moved the date; one without that information must be newer. */
    boolean moved(Instant date, Intent intent) {
      Optional<Instant> stated =
          detail.flatMap(StatusObjectLog.Result::response).flatMap(RenewDomainProbe::expiry);
      return stated
          .map(
              announced ->
                  Duration.between(announced, date).abs().compareTo(RenewalMove.TOLERANCE) <= 0)
          .orElseGet(() -> AttemptTime.isLater(entry.at(), intent));
    }
  }

  @Override
  public ProbeResult<RenewDomain.Result> probe(
      RenewDomain wanted, Intent intent, Reader registrar) {
    RenewDomain command = wanted.onCommand(intent.commandName().equals(ON_COMMAND));
    Optional<ReadDomain.Result> domain;
    try {
      domain = registrar.domain(command.domain());
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
    Optional<List<Line>> lines = lines(command.domain(), intent, registrar);
    Optional<Line> ours =
        renewals(lines)
            .filter(line -> log.isOf(command, intent, line.entry(), line.detail().orElseThrow()))
            .findFirst();
    if (domain.isEmpty()) {
      return gone(command, intent, lines.isPresent(), ours);
    }
    // The paid-until date does not change when the expiry catches up with it.
    Instant date = command.onCommand() ? domain.get().expiresAt() : domain.get().paidUntil();
    if (date == null) {
      return new ProbeResult.Inconclusive<>(
          "the registrar does not say until when the name is bought");
    }
    RenewalMove move = RenewalMove.of(command, date);
    if (move == RenewalMove.NOT_ENOUGH) {
      return ours.isPresent()
          ? new ProbeResult.Inconclusive<>(
              "the registrar's log has it as carried out, and the name does not show it yet")
          : new ProbeResult.NoTrace<>();
    }
    if (ours.isPresent()) {
      return unlessAnothers(
          intent, command.object(), ours.get().entry().at(), new RenewDomain.Result(date));
    }
    if (move == RenewalMove.TOO_FAR) {
      return new ProbeResult.Inconclusive<>("the name was renewed for longer than that");
    }
    List<Line> others = renewals(lines).filter(line -> line.moved(date, intent)).toList();
    if (others.stream().anyMatch(line -> isOfSomebodyElse(line, intent))) {
      return new ProbeResult.NoTrace<>();
    }
    return others.isEmpty()
        ? unlessAnothers(intent, command.object(), null, new RenewDomain.Result(date))
        : new ProbeResult.Inconclusive<>("the name was renewed, and the log does not tell by whom");
  }

  /** A name that has left the account may have been renewed before. */
  private ProbeResult<RenewDomain.Result> gone(
      RenewDomain command, Intent intent, boolean readable, Optional<Line> ours) {
    if (ours.isPresent()) {
      RegistrarResponse answer =
          ours.get().detail().flatMap(StatusObjectLog.Result::response).orElseThrow();
      return unlessAnothers(
          intent,
          command.object(),
          ours.get().entry().at(),
          IspapiCodecs.encode(command).result(answer));
    }
    return readable || !intent.inDoubt()
        ? new ProbeResult.NoTrace<>()
        : new ProbeResult.Inconclusive<>(
            "the name is not in the account, and the log cannot be read");
  }

  private boolean isOfSomebodyElse(Line line, Intent intent) {
    return !intent.inDoubt() || !log.isOfLogin(line.entry(), intent.account());
  }

  private Optional<List<Line>> lines(DomainName name, Intent intent, Reader registrar) {
    return log.entries(name, AttemptTime.since(intent), registrar)
        .map(
            entries ->
                entries.stream()
                    .map(entry -> new Line(entry, log.read(entry, registrar)))
                    .toList());
  }

  private static Stream<Line> renewals(Optional<List<Line>> lines) {
    return lines.stream().flatMap(List::stream).filter(Line::isRenewal);
  }

  private static Optional<Instant> expiry(RegistrarResponse response) {
    return response
        .instant("EXPIRATIONDATE")
        .or(() -> response.instant("REGISTRATIONEXPIRATIONDATE"));
  }

  private ProbeResult<RenewDomain.Result> unlessAnothers(
      Intent intent, String object, @Nullable Instant at, RenewDomain.Result result) {
    return others.executedUnlessTheirs(
        intent, RENEWING, object, AttemptTime.since(intent), at, result);
  }
}
