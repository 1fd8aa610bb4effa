package io.domainflow.rest.webhook;

import io.domainflow.callback.EventType;
import io.domainflow.callback.WebhookEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as callers see it.
 *
 * @param types null for all
 */
record WebhookView(
    UUID id,
    String owner,
    String url,
    @Nullable List<String> types,
    @Nullable String description,
    WebhookEndpoint.State state,
    @Nullable String reason,
    @Nullable Instant failingSince,
    @Nullable String lastError,
    Instant createdAt,
    Instant updatedAt) {

  static WebhookView of(WebhookEndpoint endpoint) {
    return new WebhookView(
        endpoint.id(),
        endpoint.owner(),
        endpoint.url(),
        endpoint.types() == null ? null : endpoint.types().stream().map(EventType::text).toList(),
        endpoint.description(),
        endpoint.state(),
        endpoint.reason(),
        endpoint.failingSince(),
        endpoint.lastError(),
        endpoint.createdAt(),
        endpoint.updatedAt());
  }
}
