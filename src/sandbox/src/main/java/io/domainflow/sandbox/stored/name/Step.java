package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.protocol.RegistrarDate;
import java.time.Instant;

/**
 * A line of the history of a transfer or a trade.
 *
 * @param tag what happened, in a word
 */
public record Step(Instant at, String tag, String text) {

  public String line() {
    return RegistrarDate.of(at) + " [" + tag + "] " + text;
  }
}
