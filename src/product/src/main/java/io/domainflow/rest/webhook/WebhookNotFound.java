package io.domainflow.rest.webhook;

/** There is no such webhook, or the caller may not see it. */
class WebhookNotFound extends RuntimeException {

  WebhookNotFound() {
    super("there is no such webhook");
  }
}
