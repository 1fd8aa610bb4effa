package io.domainflow.cnr.probe;

import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RenewDomain;
import io.domainflow.wire.probe.AttemptTime;
import io.domainflow.wire.probe.OthersClaims;
import io.domainflow.wire.probe.RenewalMove;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Was a further period of a name bought by this attempt? The date that it moves tells, as it was
 * read before the command was sent: the end of the period that is paid for or, where the renewal
 * was only ordered for the end of the period, up to when the name counts as paid. That a registry
 * counts its own date up on the day of the expiry moves neither of them.
 *
 * <ul>
 *   <li>A date that has moved by the period: it was, also if the registrar said no. The date is
 *       read right before the command is sent. If somebody else renewed the name in these seconds,
 *       ours was not carried out, as two would have moved it twice; what the order wants is there.
 *   <li>A date that has not moved, or by less: it was not, unless the account was charged for the
 *       name. To send again is not blind: the command says the year of the expiry, and the renewal
 *       mode that orders a renewal is one state.
 *   <li>A date that has moved further, a name that is gone: for a person.
 * </ul>
 */
@Component("cnrRenewDomainProbe")
class RenewDomainProbe implements CnrProbe<RenewDomain, RenewDomain.Result> {

  private static final String ON_COMMAND = "RenewDomain";

  private static final OthersClaims.Work RENEWING =
      new OthersClaims.Work(
          Set.of(ON_COMMAND, "SetDomainRenewalMode"),
          "renewing the same name",
          "renewed the same name");

  private final OthersClaims others;

  RenewDomainProbe(OthersClaims others) {
    this.others = others;
  }

  @Override
  public Class<RenewDomain> command() {
    return RenewDomain.class;
  }

  @Override
  public Finding<RenewDomain.Result> look(RenewDomain wanted, Intent intent, Reader registrar) {
    RenewDomain command = wanted.onCommand(intent.saidAs().equals(ON_COMMAND));
    Optional<ReadDomain.Result> domain;
    try {
      domain = registrar.domain(command.domain());
    } catch (Refused e) {
      return new Finding.Inconclusive<>(e.getMessage());
    }
    if (domain.isEmpty()) {
      return gone(command, intent, registrar);
    }
    Instant date = command.onCommand() ? domain.get().expiresAt() : domain.get().paidUntil();
    if (date == null) {
      return new Finding.Inconclusive<>("the registrar does not say until when the name is bought");
    }
    return switch (RenewalMove.of(command, date)) {
      case NOT_ENOUGH ->
          intent.inDoubt() && Charges.isThereOne(command.domain(), intent, registrar)
              ? new Finding.Inconclusive<>(
                  "the account was charged for the name, which does not show a renewal yet")
              : new Finding.NoTrace<>();
      case BY_THE_PERIOD ->
          others.executedUnlessTheirs(
              intent,
              RENEWING,
              command.object(),
              AttemptTime.since(intent),
              null,
              new RenewDomain.Result(date));
      case TOO_FAR -> new Finding.Inconclusive<>("the name was renewed for longer than that");
    };
  }

  /** What has left the account may have been renewed before. */
  private static Finding<RenewDomain.Result> gone(
      RenewDomain command, Intent intent, Reader registrar) {
    if (!intent.inDoubt()) {
      return new Finding.NoTrace<>();
    }
    return new Finding.Inconclusive<>(
        Charges.isThereOne(command.domain(), intent, registrar)
            ? "the name is not in the account, which was charged for it"
            : "the name is not in the account, and nothing tells whether it was renewed before");
  }
}
