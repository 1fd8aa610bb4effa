package io.domainflow.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened, for subscribers.
 *
 * @param audience logins whose matter it is
 * @param type what happened, such as {@code order.completed}
 * @param data members of a JSON object, in order; what stands in them is written as in the order
 *     API. No personal data but what a caller has put into his metadata
 */
public record Announcement(Set<String> audience, String type, Map<String, @Nullable Object> data) {

  public Announcement {
    audience = Set.copyOf(audience);
    // keeps the order, and allows nulls
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
