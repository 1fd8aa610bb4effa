package io.domainflow.callback;

import java.util.List;

/**
 * What a caller sets of an endpoint.
 *
 * @param url checked by {@link Targets#check}
 * @param types null for all
 * @param description null for none
 */
public record EndpointContent(
    String url, List<EventType> types, String description, Endpoint.State state) {

  public EndpointContent {
    types = types == null ? null : List.copyOf(types);
  }
}
