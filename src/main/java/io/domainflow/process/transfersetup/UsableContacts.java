package io.domainflow.process.transfersetup;

import io.domainflow.ispapi.command.StatusContact;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.Contact;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/**
 * Tells whether a name has a registrant that somebody could reach. Names of some registries come
 * without any; all others are somebody's and are not touched.
 */
@Component
class UsableContacts {

  /**
   * Looks at the registrant of a name.
   *
   * @param domain the name as it was just read
   */
  boolean areThere(String account, StatusDomain.Result domain, RegistrarGateway registrar) {
    if (domain.ownerContact() == null) {
      return false;
    }
    try {
      return isUsable(registrar.ask(account, new StatusContact(domain.ownerContact())).contact());
    } catch (Refused e) {
      // A contact that belongs to another account is somebody's.
      return !e.isOneOf(ResultCode.NOT_FOUND);
    }
  }

  private static boolean isUsable(Contact registrant) {
    boolean named = registrant.lastName() != null || registrant.organization() != null;
    return named && registrant.email() != null;
  }
}
