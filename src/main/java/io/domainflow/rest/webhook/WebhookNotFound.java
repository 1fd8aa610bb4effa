package io.domainflow.rest.webhook;

/** There is no such webhook that the caller may see. */
class WebhookNotFound extends RuntimeException {

  WebhookNotFound() {
    super("there is no such webhook");
  }
}
