package io.domainflow.process.changeofregistrant;

import io.domainflow.ispapi.command.QueryDomainOptions;
import io.domainflow.ispapi.command.StatusContact;
import io.domainflow.ispapi.command.StatusDomain;
import io.domainflow.ispapi.command.StatusDomainTrade;
import io.domainflow.ispapi.protocol.ResultCode;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.RegistrantChange.Before;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads who holds a name, and what its zone wants when that changes. */
@Component
class PresentRegistrant {

  private static final Contact NOBODY =
      new Contact(null, null, null, null, List.of(), null, null, null, null, null, null);

  /**
   * The name as it is.
   *
   * @param registrant without any data if the name has none
   * @param otherChange whether a change of registrant is running
   */
  record Found(
      StatusDomain.Result domain,
      Contact registrant,
      QueryDomainOptions.Result options,
      boolean otherChange) {

    /** What it is like before this order changes it. */
    Before before(OrderRequest order) {
      List<String> differences = RegistrantComparison.differences(registrant, order.registrant());
      return new Before(
          domain.ownerContact(),
          registrant,
          differences,
          RegistrantComparison.looksLikeCorrection(registrant, order.registrant(), differences),
          options.registrantChangeBy(),
          options.repository(),
          domain.priceClass(),
          domain.transferLocked().orElse(null));
    }
  }

  /** Empty if the name is not in the account. */
  Optional<Found> look(String account, DomainName name, RegistrarGateway registrar) {
    StatusDomain.Result domain;
    try {
      domain = registrar.ask(account, new StatusDomain(name));
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
        return Optional.empty();
      }
      throw e;
    }
    return Optional.of(
        new Found(
            domain,
            registrant(account, domain.ownerContact(), registrar),
            registrar.ask(account, new QueryDomainOptions(name)),
            isChanging(account, name, registrar)));
  }

  /** The data behind a handle. */
  static Contact registrant(String account, String handle, RegistrarGateway registrar) {
    if (handle == null) {
      return NOBODY;
    }
    try {
      return registrar.ask(account, new StatusContact(handle)).contact();
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND, ResultCode.AUTHORIZATION_FAILED)) {
        return NOBODY;
      }
      throw e;
    }
  }

  private static boolean isChanging(String account, DomainName name, RegistrarGateway registrar) {
    try {
      return !registrar.ask(account, new StatusDomainTrade(name)).state().isOver();
    } catch (Refused e) {
      if (e.isOneOf(ResultCode.NOT_FOUND)) {
        return false;
      }
      throw e;
    }
  }
}
