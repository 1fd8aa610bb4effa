package io.domainflow.rest.webhook;

/** The webhook has no such delivery. */
class DeliveryNotFound extends RuntimeException {

  DeliveryNotFound() {
    super("the webhook has no such delivery, or it is older than 30 days");
  }
}
