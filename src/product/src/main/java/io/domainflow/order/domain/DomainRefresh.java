package io.domainflow.order.domain;

import io.domainflow.model.DomainName;

/** Reads the current state of a name at the registrar. */
public interface DomainRefresh {

  /**
   * Reads the name and stores the result. Orders have priority over this query.
   *
   * @throws DomainNotHere if the registrar does not show the name in the account
   * @throws RuntimeException a failure of the registrar's, if it cannot be asked at present
   */
  void refresh(String account, DomainName domain);
}
