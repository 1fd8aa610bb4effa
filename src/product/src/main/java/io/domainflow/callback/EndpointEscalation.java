package io.domainflow.callback;

import java.util.UUID;

/** Asks people about endpoints that do not accept their events. */
public interface EndpointEscalation {

  /** Asks somebody, unless a task is already open; in the caller's transaction. */
  void ask(WebhookEndpoint endpoint);

  /** Closes the task, if there is one: nobody needs to answer now. */
  void close(UUID endpoint);
}
