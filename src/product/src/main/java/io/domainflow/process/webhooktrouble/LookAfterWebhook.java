package io.domainflow.process.webhooktrouble;

import io.domainflow.callback.Deliveries;
import io.domainflow.callback.Delivery;
import io.domainflow.callback.Endpoints;
import io.domainflow.callback.WebhookEndpoint;
import io.domainflow.process.task.AccountDecision;
import io.domainflow.process.task.AccountTask;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Look after webhook: its receiver does not accept events. */
@Component
class LookAfterWebhook implements AccountTask {

  private final Endpoints endpoints;
  private final Deliveries deliveries;

  LookAfterWebhook(Endpoints endpoints, Deliveries deliveries) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
  }

  @Override
  public String id() {
    return WebhookTroubleProcess.TASK_LOOK_AFTER_WEBHOOK;
  }

  @Override
  public Optional<Row> row(String subject) {
    return endpoints
        .find(WebhookTroubleProcess.endpoint(subject))
        .map(
            endpoint ->
                new Row(
                    endpoint.host() + " of " + endpoint.owner(),
                    "The webhook of "
                        + endpoint.owner()
                        + " accepts no calls; its system gets no news of orders."));
  }

  /** Whose events are not delivered, to which address, and why. */
  @Override
  public Map<String, Object> shows(String subject) {
    return endpoints
        .find(WebhookTroubleProcess.endpoint(subject))
        .map(this::shows)
        // removed at this moment: the task is about to close
        .orElse(Map.of());
  }

  private Map<String, Object> shows(WebhookEndpoint endpoint) {
    return Map.of(
        "owner",
        PlainText.of(endpoint.owner()),
        "host",
        PlainText.of(endpoint.host()),
        "description",
        endpoint.description() == null ? "not said" : PlainText.of(endpoint.description()),
        "since",
        endpoint.failingSince() == null
            ? "the last one succeeded"
            : PlainTime.of(endpoint.failingSince()),
        "lastError",
        endpoint.lastError() == null ? "nothing" : PlainText.of(endpoint.lastError()),
        "waiting",
        count(endpoint.id(), Delivery.State.PENDING),
        "exhausted",
        count(endpoint.id(), Delivery.State.EXHAUSTED),
        "stateText",
        state(endpoint),
        "webhookDisabled",
        isDisabled(endpoint),
        "webhookPaused",
        isPaused(endpoint));
  }

  private static boolean isDisabled(WebhookEndpoint endpoint) {
    return endpoint.state() == WebhookEndpoint.State.DISABLED;
  }

  private static boolean isPaused(WebhookEndpoint endpoint) {
    return endpoint.state() == WebhookEndpoint.State.PAUSED;
  }

  /** Everything else is a step of the model. */
  @Override
  public void decided(AccountDecision decision) {
    Optional<WebhookEndpoint> endpoint =
        endpoints.find(WebhookTroubleProcess.endpoint(decision.subject()));
    if (decision.is("DISABLE") && endpoint.filter(LookAfterWebhook::isDisabled).isPresent()) {
      throw AccountDecision.refused(
          "The webhook is disabled already. Replay its events, or leave it. Nothing was done.");
    }
    if (decision.is("REPLAY") && endpoint.filter(LookAfterWebhook::isPaused).isPresent()) {
      throw AccountDecision.refused(
          "Its owner has paused the webhook, so nothing is sent to it. Ask the owner to activate it"
              + " first. Nothing was done.");
    }
  }

  private String count(UUID endpoint, Delivery.State state) {
    return String.valueOf(deliveries.count(endpoint, state));
  }

  private static String state(WebhookEndpoint endpoint) {
    return switch (endpoint.state()) {
      case ACTIVE -> "in use";
      case PAUSED -> "paused by its owner";
      case DISABLED -> "disabled. " + PlainText.of(endpoint.reason());
    };
  }
}
