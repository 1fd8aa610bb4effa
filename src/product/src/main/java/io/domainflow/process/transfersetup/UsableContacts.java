package io.domainflow.process.transfersetup;

import io.domainflow.model.Contact;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDomain;

/**
 * Tells whether a name has a registrant that somebody could reach. Names of some registries arrive
 * without one; the contacts of all others belong to somebody and are not changed.
 */
final class UsableContacts {

  private UsableContacts() {}

  /**
   * Checks the registrant of a name.
   *
   * @param domain the name as just read
   */
  static boolean areThere(ReadDomain.Result domain, Reader registrar) {
    if (domain.ownerContact() == null) {
      return false;
    }
    try {
      return isUsable(registrar.ask(new ReadContact(domain.ownerContact())).contact());
    } catch (Refused e) {
      // A contact in another account belongs to somebody.
      return !e.isFor(RefusalReason.NOT_FOUND);
    }
  }

  private static boolean isUsable(Contact registrant) {
    boolean named = registrant.lastName() != null || registrant.organization() != null;
    return named && registrant.email() != null;
  }
}
