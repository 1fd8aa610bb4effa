package io.domainflow.order.domain;

import io.domainflow.model.DomainName;

/** Asks the registrar how a name stands now. */
public interface DomainRefresh {

  /**
   * Asks, and stores the answer as what was read of the name last. It is a question beside the
   * orders: they come first.
   *
   * @throws DomainNotHere if the registrar does not show the name in the account
   * @throws RuntimeException a failure of the registrar's, if it cannot be asked at present
   */
  void refresh(String account, DomainName domain);
}
