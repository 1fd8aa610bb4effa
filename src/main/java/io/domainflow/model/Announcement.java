package io.domainflow.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that has happened, for whoever asked to be told.
 *
 * @param owner login whose matter it is: the one that placed the order
 * @param type what happened, such as {@code order.completed}
 * @param data members of a JSON object, in order: texts, numbers, nulls and maps of these; no
 *     personal data
 */
public record Announcement(String owner, String type, Map<String, Object> data) {

  public Announcement {
    // keeps the order, and allows nulls
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
