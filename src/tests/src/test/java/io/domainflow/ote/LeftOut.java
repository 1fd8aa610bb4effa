package io.domainflow.ote;

/** Thrown if a case cannot run because something that it needs is unknown; the message names it. */
final class LeftOut extends RuntimeException {

  LeftOut(String message) {
    super(message, null, false, false);
  }
}
