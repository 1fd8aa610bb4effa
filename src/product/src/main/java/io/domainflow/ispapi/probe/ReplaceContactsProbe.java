package io.domainflow.ispapi.probe;

import io.domainflow.lineprotocol.probe.AttemptTime;
import io.domainflow.lineprotocol.probe.ContactComparison;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.Intent;
import io.domainflow.registrar.ProbeResult;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadRegistrantChange;
import io.domainflow.registrar.command.ReplaceContacts;
import org.springframework.stereotype.Component;

/**
 * Finds the contacts at the name, else the resulting change of registrant. The command states the
 * final contacts, so it does not matter who set them.
 */
@Component
class ReplaceContactsProbe implements IspapiProbe<ReplaceContacts, ReplaceContacts.Result> {

  @Override
  public ProbeResult<ReplaceContacts.Result> probe(
      ReplaceContacts command, Intent intent, Reader registrar) {
    try {
      if (ContactComparison.are(
          command.handles(), registrar.ask(new ReadDomain(command.domain())))) {
        return new ProbeResult.Executed<>(
            new ReplaceContacts.Result(false, "Command completed successfully"));
      }
      String owner = command.handles().get(ContactRole.REGISTRANT);
      return owner != null && isUnderWay(owner, command.domain(), intent, registrar)
          ? new ProbeResult.Executed<>(new ReplaceContacts.Result(true, "trade pending"))
          : new ProbeResult.NoTrace<>();
    } catch (Refused e) {
      return e.saysNotHere()
          ? new ProbeResult.NoTrace<>()
          : new ProbeResult.Inconclusive<>(e.getMessage());
    }
  }

  // With several contacts to change, the registrant's is the one that waits.
  private static boolean isUnderWay(
      String owner, DomainName name, Intent intent, Reader registrar) {
    ReadRegistrantChange.Result trade = registrar.ask(new ReadRegistrantChange(name));
    return owner.equalsIgnoreCase(trade.newOwnerContact())
        && (trade.createdAt() == null || !trade.createdAt().isBefore(AttemptTime.since(intent)));
  }
}
