package io.domainflow.ote;

/** Thrown if a query got no comparable answer; the message says why. */
final class Unanswered extends RuntimeException {

  Unanswered(String message) {
    super(message, null, false, false);
  }
}
