package io.domainflow.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds JSON objects from their members. Unlike {@link Map#of} it keeps their order and accepts
 * null.
 */
final class Members {

  private Members() {}

  /**
   * An object.
   *
   * @param namesAndValues name, value, name, value
   */
  static Map<String, Object> of(@Nullable Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }

  /** Both objects merged; for members in both, the second wins. */
  static Map<String, Object> with(Map<String, Object> members, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.putAll(more);
    return all;
  }

  /** A member that is an object. */
  @SuppressWarnings("unchecked") // objects are made by this class only
  static Map<String, Object> objectIn(Map<String, Object> members, String name) {
    return (Map<String, Object>) Objects.requireNonNull(members.get(name), name);
  }
}
