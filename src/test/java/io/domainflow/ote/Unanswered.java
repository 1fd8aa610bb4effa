package io.domainflow.ote;

/** One question got no answer that can be compared; the message says why. */
final class Unanswered extends RuntimeException {

  Unanswered(String message) {
    super(message, null, false, false);
  }
}
