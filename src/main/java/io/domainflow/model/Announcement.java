package io.domainflow.model;

import java.util.Map;

/**
 * Something that happened, without personal data.
 *
 * @param owner the login whose matter it is
 * @param type such as {@code order.completed}
 * @param data members of a JSON object, in their order: texts, numbers, nulls, maps
 */
public record Announcement(String owner, String type, Map<String, Object> data) {}
