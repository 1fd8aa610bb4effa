package io.domainflow.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values a registry wants beyond the contacts, by the registrar's parameter name ({@code
 * X-CA-LEGALTYPE} → {@code CCT}).
 */
public record AdditionalFields(Map<String, String> values) {

  public static final AdditionalFields NONE = new AdditionalFields(Map.of());

  public AdditionalFields {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** These values, with those of {@code other} added or put in their place. */
  public AdditionalFields with(AdditionalFields other) {
    Map<String, String> merged = new LinkedHashMap<>(values);
    merged.putAll(other.values);
    return new AdditionalFields(merged);
  }

  /** Values can be identity documents: names only. */
  @Override
  public String toString() {
    return "AdditionalFields" + values.keySet();
  }
}
