package io.domainflow.cnr.command;

import io.domainflow.wire.protocol.WireResponse;
import java.util.Optional;

/**
 * The class of a name that has a price of its own. {@code standard}, as registries call the class
 * of all others (RFC 8748), is none.
 */
final class FeeClass {

  private static final String PROPERTY = "X-FEE-CLASS";

  private FeeClass() {}

  /** The class in a row; empty for a plain name. */
  static Optional<String> own(WireResponse response, int row) {
    return response.at(PROPERTY, row).filter(word -> !word.equalsIgnoreCase("standard"));
  }
}
