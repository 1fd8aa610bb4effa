package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import java.util.Optional;

/** Knows names as they were read last. */
public interface KnownDomains {

  /** A name in an account; empty if it was never read there. */
  Optional<StoredDomain> find(String account, DomainName domain);
}
