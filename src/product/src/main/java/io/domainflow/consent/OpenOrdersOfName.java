package io.domainflow.consent;

import io.domainflow.model.DomainName;
import java.util.Optional;

/** The open orders, as far as their consents depend on them. */
public interface OpenOrdersOfName {

  /**
   * The login that placed the open order with this reference for a name; empty if there is none.
   */
  Optional<String> login(String account, DomainName domain, String orderReference);
}
