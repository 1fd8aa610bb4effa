package io.domainflow.rest.webhook;

/** An operation that is not possible for a webhook in its present state. */
class WebhookRefused extends RuntimeException {

  private final String type;
  private final String title;

  private WebhookRefused(String type, String title, String message) {
    super(message);
    this.type = type;
    this.title = title;
  }

  static WebhookRefused tooMany(int most) {
    return new WebhookRefused(
        "too-many-webhooks",
        "The login has as many webhooks as it may have",
        "a login has at most " + most + " webhooks; remove one first");
  }

  static WebhookRefused disabled() {
    return new WebhookRefused(
        "webhook-disabled",
        "The webhook is disabled",
        "nothing is sent to a webhook that is disabled; set its state to ACTIVE first");
  }

  String type() {
    return type;
  }

  String title() {
    return title;
  }
}
