package io.domainflow.rest.webhook;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.domainflow.callback.Endpoints;

/**
 * A webhook that was just created, with the secret that is not shown again.
 *
 * @param secret {@code whsec_} and base64
 */
record CreatedWebhookView(@JsonUnwrapped WebhookView webhook, String secret) {

  static CreatedWebhookView of(Endpoints.WithSecret added) {
    return new CreatedWebhookView(WebhookView.of(added.endpoint()), added.secret());
  }

  @Override
  public String toString() {
    return "CreatedWebhookView[" + webhook.id() + "]";
  }
}
