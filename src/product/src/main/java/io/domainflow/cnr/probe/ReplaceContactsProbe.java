package io.domainflow.cnr.probe;

import io.domainflow.lineprotocol.probe.ContactComparison;
import io.domainflow.model.ContactRole;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReplaceContacts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the contacts at the name, else the resulting change of registrant, as far as the registrar
 * shows it. The command states the final contacts, so it does not matter who set them.
 */
@Component("cnrReplaceContactsProbe")
class ReplaceContactsProbe implements CnrProbe<ReplaceContacts, ReplaceContacts.Result> {

  @Override
  public ProbeResult<ReplaceContacts.Result> probe(
      ReplaceContacts command, Intent intent, Reader registrar) {
    try {
      Optional<ReadDomain.Result> domain = registrar.domain(command.domain());
      if (domain.filter(found -> ContactComparison.are(command.handles(), found)).isPresent()) {
        return new ProbeResult.Executed<>(
            new ReplaceContacts.Result(false, "Command completed successfully"));
      }
      return domain.isPresent() && isChanging(command, registrar)
          ? new ProbeResult.Executed<>(
              new ReplaceContacts.Result(true, "change of registrant pending"))
          : new ProbeResult.NoTrace<>();
    } catch (Refused e) {
      return new ProbeResult.Inconclusive<>(e.getMessage());
    }
  }

  private static boolean isChanging(ReplaceContacts command, Reader registrar) {
    String owner = command.handles().get(ContactRole.REGISTRANT);
    if (owner == null) {
      return false;
    }
    try {
      return registrar
          .change(command.domain())
          .map(ReadRegistrantChange.Result::newOwnerContact)
          .filter(owner::equalsIgnoreCase)
          .isPresent();
    } catch (Refused e) {
      // Without a way to ask, a free command may be sent once more; a paid one may not.
      if (e.isFor(RefusalReason.NOT_OFFERED) && !command.costsMoney()) {
        return false;
      }
      throw e;
    }
  }
}
