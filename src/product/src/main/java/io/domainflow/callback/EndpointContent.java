package io.domainflow.callback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an endpoint that its owner can change.
 *
 * @param url checked by {@link Targets#check}
 * @param types null for all
 * @param description null for none
 */
public record EndpointContent(
    String url,
    @Nullable List<EventType> types,
    @Nullable String description,
    WebhookEndpoint.State state) {

  public EndpointContent {
    types = types == null ? null : List.copyOf(types);
  }
}
