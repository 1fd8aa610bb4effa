package io.domainflow.cnr.command;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.RegistrantChangeBy;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadZoneRules;
import io.domainflow.registrar.command.ReplaceContacts;
import java.util.Objects;
import java.util.Optional;

/**
 * {@link ReplaceContacts}: if a registrant is among them, the zone is read first. Where registrants
 * are changed by a trade, {@code ModifyDomain} accepts a new contact only with the same name and
 * organization as the present one; for any other it requires {@code TradeDomain}, which is not
 * sent, and neither is anything else.
 */
final class ComposedReplaceContacts implements Composed<ReplaceContacts, ReplaceContacts.Result> {

  private static final ReplaceContactsCodec CODEC = new ReplaceContactsCodec();

  /** Zone, name, and both contacts. */
  private static final int MOST_QUESTIONS = 4;

  @Override
  public String name(ReplaceContacts command) {
    return CODEC.name(command);
  }

  @Override
  public int points(ReplaceContacts command) {
    return CODEC.points(command) + MOST_QUESTIONS;
  }

  @Override
  public Optional<DomainName> about(ReplaceContacts command) {
    return Optional.of(command.domain());
  }

  @Override
  public ReplaceContacts.Result ask(ReplaceContacts command, Calls calls) {
    String registrant = command.handles().get(ContactRole.REGISTRANT);
    if (registrant != null && isTraded(command.domain(), registrant, calls)) {
      throw new ComposedCallFailed(
          Refusals.notOffered(
              "Names below ."
                  + command.domain().zone()
                  + " get a new registrant only by a trade, which is not offered for accounts at"
                  + " CentralNic Reseller yet."));
    }
    return calls.change(command);
  }

  private static boolean isTraded(DomainName domain, String registrant, Calls calls) {
    if (calls.ask(new ReadZoneRules(domain)).registrantChangeBy() != RegistrantChangeBy.TRADE) {
      return false;
    }
    String present = calls.ask(new CnrDomainStatus(domain)).rest().ownerContact();
    return present == null || !isSame(contact(present, calls), contact(registrant, calls));
  }

  private static Contact contact(String handle, Calls calls) {
    return calls.ask(new ReadContact(handle)).contact();
  }

  private static boolean isSame(Contact present, Contact wanted) {
    return Objects.equals(present.firstName(), wanted.firstName())
        && Objects.equals(present.lastName(), wanted.lastName())
        && Objects.equals(present.organization(), wanted.organization());
  }
}
