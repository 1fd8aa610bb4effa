package io.domainflow.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values that a registry requires beyond the contacts, by the registrar's parameter name
 * ({@code X-CA-LEGALTYPE} → {@code CCT}).
 */
public record AdditionalFields(Map<String, String> values) {

  public static final AdditionalFields NONE = new AdditionalFields(Map.of());

  public AdditionalFields {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** These values, with those of {@code other} added or replacing them. */
  public AdditionalFields with(AdditionalFields other) {
    Map<String, String> merged = new LinkedHashMap<>(values);
    merged.putAll(other.values);
    return new AdditionalFields(merged);
  }

  /** Shows only names, because values can be those of identity documents. */
  @Override
  public String toString() {
    return "AdditionalFields" + values.keySet();
  }
}
