package io.domainflow.cnr.probe;

import io.domainflow.registrar.Finding;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RestoreDomain;
import io.domainflow.wire.probe.AttemptTime;
import io.domainflow.wire.probe.OthersClaims;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds by where the name is, by the list of deleted names, else by the list of bookings, whether a
 * restoration was asked for; whether it has come, the looks of the process tell.
 *
 * <p>A restoration may take days, in which the name may still be listed as deleted, and when it is
 * charged is not known. So nothing proves that it was not asked for: after a doubt, a name that is
 * not back and not charged for is for a person, and no second restoration is bought. That the name
 * can be restored is read right before the command is sent: one that is back since then counts as
 * ours, also if the registrar said no.
 */
@Component("cnrRestoreDomainProbe")
class RestoreDomainProbe implements CnrProbe<RestoreDomain, RestoreDomain.Result> {

  private static final OthersClaims.Work RESTORING =
      new OthersClaims.Work(
          Set.of("RestoreDomain"), "restoring the same name", "restored the same name");

  private final OthersClaims others;

  RestoreDomainProbe(OthersClaims others) {
    this.others = others;
  }

  @Override
  public Class<RestoreDomain> command() {
    return RestoreDomain.class;
  }

  @Override
  public Finding<RestoreDomain.Result> look(
      RestoreDomain command, Intent intent, Reader registrar) {
    try {
      Optional<ReadDomain.Result> domain = registrar.domain(command.domain());
      if (domain.filter(found -> isBack(found, intent)).isPresent()) {
        return unlessAnothers(command, intent);
      }
      if (!isNew(domain, intent) && Charges.isThereOne(command.domain(), intent, registrar)) {
        return unlessAnothers(command, intent);
      }
      Optional<ReadDeletedDomain.Result> listed = registrar.deleted(command.domain());
      if (listed.filter(ReadDeletedDomain.Result::restoring).isPresent()) {
        return unlessAnothers(command, intent);
      }
      // One command, clearly refused, of which nothing shows.
      if (!intent.inDoubt()) {
        return new Finding.NoTrace<>();
      }
      boolean deleted =
          domain.filter(ReadDomain.Result::deleting).isPresent()
              || listed.filter(ReadDeletedDomain.Result::restorable).isPresent();
      return new Finding.Inconclusive<>(
          deleted
              ? "the name is deleted, and nothing tells whether its restoration was requested"
              : "the name is neither deleted nor in the account");
    } catch (Refused e) {
      return new Finding.Inconclusive<>(e.getMessage());
    }
  }

  private static boolean isBack(ReadDomain.Result domain, Intent intent) {
    return domain.state().restoring()
        || (!domain.deleting() && !isNew(Optional.of(domain), intent));
  }

  // A new registration of the name is not a restore.
  private static boolean isNew(Optional<ReadDomain.Result> domain, Intent intent) {
    return domain
        .map(ReadDomain.Result::createdAt)
        .filter(at -> !at.isBefore(AttemptTime.since(intent)))
        .isPresent();
  }

  private Finding<RestoreDomain.Result> unlessAnothers(RestoreDomain command, Intent intent) {
    return others.executedUnlessTheirs(
        intent,
        RESTORING,
        command.object(),
        AttemptTime.since(intent),
        null,
        new RestoreDomain.Result());
  }
}
