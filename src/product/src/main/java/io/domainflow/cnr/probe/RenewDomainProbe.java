package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.lineprotocol.probe.CompetingOrders;
import io.domainflow.lineprotocol.probe.RenewalMove;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RenewDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Checks whether this attempt bought a further period, by the date that it moves compared with the
 * reading before the command: the end of the paid period or, if the renewal was only ordered for
 * the end of the period, until when the name counts as paid. A registry's extension of its own date
 * on the day of expiry moves neither.
 *
 * <ul>
 *   <li>If the date has moved by the period, it was bought, even if the registrar refused. The date
 *       is read right before the command is sent. If somebody else renewed the name in these
 *       seconds, ours was not executed, since two renewals would have moved the date twice; the
 *       name is as ordered anyway.
 *   <li>If the date has not moved, or by less, it was not bought, unless the account was charged
 *       for the name. Sending again is safe: the command states the year of the expiry, and the
 *       renewal mode that orders a renewal is idempotent.
 *   <li>If the date has moved further, or the name is gone, a person has to decide.
 * </ul>
 */
@Component("cnrRenewDomainProbe")
class RenewDomainProbe implements CnrProbe<RenewDomain, RenewDomain.Result> {

  private static final String ON_COMMAND = "RenewDomain";

  private static final CompetingOrders.Work RENEWING =
      new CompetingOrders.Work(
          Set.of(ON_COMMAND, "SetDomainRenewalMode"),
          "renewing the same name",
          "renewed the same name");

  private final CompetingOrders others;
  private final Clock clock;

  RenewDomainProbe(CompetingOrders others, Clock clock) {
    this.others = others;
    this.clock = clock;
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
    if (domain.isEmpty()) {
      return gone(command, intent, registrar);
    }
    Instant date = command.onCommand() ? domain.get().expiresAt() : domain.get().paidUntil();
    if (date == null) {
      return new ProbeResult.Inconclusive<>(
          "the registrar does not say until when the name is bought");
    }
    return switch (RenewalMove.of(command, date)) {
      case NOT_ENOUGH ->
          intent.inDoubt() && Charges.isThereOne(command.domain(), intent, registrar)
              ? new ProbeResult.Inconclusive<>(
                  "the account was charged for the name, which does not show a renewal yet")
              : new ProbeResult.NoTrace<>();
      case BY_THE_PERIOD ->
          others.executedUnlessTheirs(
              intent,
              RENEWING,
              command.object(),
              AttemptTime.since(intent),
              null,
              new RenewDomain.Result(
                  date, command.onCommand() ? null : domain.get().chargedLater(clock.instant())));
      case TOO_FAR -> new ProbeResult.Inconclusive<>("the name was renewed for longer than that");
    };
  }

  /** A name that has left the account may have been renewed before. */
  private static ProbeResult<RenewDomain.Result> gone(
      RenewDomain command, Intent intent, Reader registrar) {
    if (!intent.inDoubt()) {
      return new ProbeResult.NoTrace<>();
    }
    return new ProbeResult.Inconclusive<>(
        Charges.isThereOne(command.domain(), intent, registrar)
            ? "the name is not in the account, which was charged for it"
            : "the name is not in the account, and nothing tells whether it was renewed before");
  }
}
