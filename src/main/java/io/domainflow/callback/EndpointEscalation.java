package io.domainflow.callback;

import java.util.UUID;

/** Where people are asked about endpoints that do not take what is sent to them. */
public interface EndpointEscalation {

  /** Asks somebody, unless somebody is asked already; in the caller's transaction. */
  void ask(Endpoint endpoint);

  /** Nobody needs to answer now, if anybody was asked. */
  void close(UUID endpoint);
}
