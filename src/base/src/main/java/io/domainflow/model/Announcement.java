package io.domainflow.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event for subscribers.
 *
 * @param audience logins concerned
 * @param type type of the event, such as {@code order.completed}
 * @param data members of a JSON object, in order, written as in the order API. No personal data
 *     except in a caller's own metadata
 */
public record Announcement(Set<String> audience, String type, Map<String, @Nullable Object> data) {

  public Announcement {
    audience = Set.copyOf(audience);
    // keeps the order, and allows nulls
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
