package io.domainflow.sandbox;

import java.time.Instant;

/**
 * A line of what became of a transfer or a trade.
 *
 * @param tag what happened, in a word
 */
record Step(Instant at, String tag, String text) {

  String line() {
    return WireDate.of(at) + " [" + tag + "] " + text;
  }
}
