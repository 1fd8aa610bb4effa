package io.domainflow.order;

import java.util.Set;

/**
 * The parts of an order that the registrar refused and that can be corrected.
 *
 * @param parts the parts that its answer mentions; empty if that is not clear
 * @param words the registrar's message
 */
public record Refusal(Set<OrderPart> parts, String words) {

  public Refusal {
    parts = Set.copyOf(parts);
  }
}
