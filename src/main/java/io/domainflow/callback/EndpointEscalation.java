package io.domainflow.callback;

import java.util.UUID;

/** Asks people about endpoints that do not accept their events. */
public interface EndpointEscalation {

  /** Asks somebody, unless somebody is asked already; in the caller's transaction. */
  void ask(Endpoint endpoint);

  /** Nobody needs to answer now, if anybody was asked. */
  void close(UUID endpoint);
}
