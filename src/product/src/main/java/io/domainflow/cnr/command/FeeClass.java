package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.Optional;

/**
 * The price class of a premium name. {@code standard}, the class of all ordinary names (RFC 8748),
 * does not count.
 */
final class FeeClass {

  private static final String PROPERTY = "X-FEE-CLASS";

  private FeeClass() {}

  /** The class in a row; empty for an ordinary name. */
  static Optional<String> own(RegistrarResponse response, int row) {
    return response.at(PROPERTY, row).filter(word -> !word.equalsIgnoreCase("standard"));
  }
}
