package io.domainflow.consent;

import io.domainflow.model.DomainName;
import java.util.Optional;

/** The orders that are being carried out, as far as their consents have to know. */
public interface OpenOrdersOfName {

  /**
   * Who placed the order of this reference that is being carried out for a name; empty if there is
   * none, or no longer one.
   */
  Optional<String> login(String account, DomainName domain, String orderReference);
}
