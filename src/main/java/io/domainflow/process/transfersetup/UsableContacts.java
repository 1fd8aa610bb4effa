package io.domainflow.process.transfersetup;

import io.domainflow.model.Contact;
import io.domainflow.registrar.Reader;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.command.ReadContact;
import io.domainflow.registrar.command.ReadDomain;

/**
 * Tells whether a name has a registrant that somebody could reach. Names of some registries come
 * without any; all others are somebody's and are not touched.
 */
final class UsableContacts {

  private UsableContacts() {}

  /**
   * Looks at the registrant of a name.
   *
   * @param domain the name as it was just read
   */
  static boolean areThere(ReadDomain.Result domain, Reader registrar) {
    if (domain.ownerContact() == null) {
      return false;
    }
    try {
      return isUsable(registrar.ask(new ReadContact(domain.ownerContact())).contact());
    } catch (Refused e) {
      // A contact that belongs to another account is somebody's.
      return !e.isFor(RefusalReason.NOT_FOUND);
    }
  }

  private static boolean isUsable(Contact registrant) {
    boolean named = registrant.lastName() != null || registrant.organization() != null;
    return named && registrant.email() != null;
  }
}
