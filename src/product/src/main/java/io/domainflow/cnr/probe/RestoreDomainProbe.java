package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.lineprotocol.probe.CompetingOrders;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDeletedDomain;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.RestoreDomain;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds out by the state of the name, the list of deleted names, or the list of bookings whether a
 * restore was requested; the checks of the process show whether it has completed.
 *
 * <p>A restore may take days, in which the name may still be listed as deleted, and it is not known
 * when it is charged. So nothing proves that it was not requested: if the name is neither restored
 * nor charged after a lost answer, a person has to decide, and no second restore is bought. Whether
 * the name can be restored is read right before the command is sent: a name restored since then
 * counts as ours, even if the registrar refused.
 */
@Component("cnrRestoreDomainProbe")
class RestoreDomainProbe implements CnrProbe<RestoreDomain, RestoreDomain.Result> {

  private static final CompetingOrders.Work RESTORING =
      new CompetingOrders.Work(
          Set.of("RestoreDomain"), "restoring the same name", "restored the same name");

  private final CompetingOrders others;

  RestoreDomainProbe(CompetingOrders others) {
    this.others = others;
  }

  @Override
  public ProbeResult<RestoreDomain.Result> probe(
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
      // One command, clearly refused, without a trace.
      if (!intent.inDoubt()) {
        return new ProbeResult.NoTrace<>();
      }
      boolean deleted =
          domain.filter(ReadDomain.Result::deleting).isPresent()
              || listed.filter(ReadDeletedDomain.Result::restorable).isPresent();
      return new ProbeResult.Inconclusive<>(
          deleted
              ? "the name is deleted, and nothing tells whether its restoration was requested"
              : "the name is neither deleted nor in the account");
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
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

  private ProbeResult<RestoreDomain.Result> unlessAnothers(RestoreDomain command, Intent intent) {
    return others.executedUnlessTheirs(
        intent,
        RESTORING,
        command.object(),
        AttemptTime.since(intent),
        null,
        new RestoreDomain.Result());
  }
}
