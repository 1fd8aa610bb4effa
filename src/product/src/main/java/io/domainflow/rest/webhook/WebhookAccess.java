package io.domainflow.rest.webhook;

import io.domainflow.callback.Endpoints;
import io.domainflow.callback.WebhookEndpoint;
import io.domainflow.rest.LoginAccess;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Finds webhooks for a login, which sees its own; administrators see all. All others do not exist
 * for it.
 */
@Component
class WebhookAccess {

  private final Endpoints endpoints;

  WebhookAccess(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** All webhooks that the login may see, oldest first. */
  List<WebhookEndpoint> list(Authentication login) {
    return endpoints.list(LoginAccess.isStaff(login) ? null : login.getName());
  }

  /**
   * A webhook.
   *
   * @throws WebhookNotFound if there is none that the login may see
   */
  WebhookEndpoint find(String id, Authentication login) {
    return endpoints
        .find(uuid(id))
        .filter(endpoint -> LoginAccess.isStaff(login) || endpoint.owner().equals(login.getName()))
        .orElseThrow(WebhookNotFound::new);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new WebhookNotFound();
    }
  }
}
