package io.domainflow.order;

import java.util.Set;

/**
 * What the registrar did not accept of an order; it can be corrected.
 *
 * @param parts what its answer speaks of; empty if that is not clear
 * @param words the registrar's own words
 */
public record Refusal(Set<OrderPart> parts, String words) {

  public Refusal {
    parts = Set.copyOf(parts);
  }
}
