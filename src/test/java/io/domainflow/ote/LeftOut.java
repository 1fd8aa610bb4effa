package io.domainflow.ote;

/** A case cannot be asked for, as something it needs is not known; the message says what. */
final class LeftOut extends RuntimeException {

  LeftOut(String message) {
    super(message, null, false, false);
  }
}
