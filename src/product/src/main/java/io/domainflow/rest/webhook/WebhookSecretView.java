package io.domainflow.rest.webhook;

import java.time.Instant;

/**
 * A new secret, which is not shown again.
 *
 * @param secret {@code whsec_} and base64
 * @param oldValidUntil until when messages are signed with the previous secret, too
 */
record WebhookSecretView(String secret, Instant oldValidUntil) {

  @Override
  public String toString() {
    return "WebhookSecretView[]";
  }
}
