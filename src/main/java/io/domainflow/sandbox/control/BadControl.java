package io.domainflow.sandbox.control;

/** A control call that cannot be carried out; the message is for the author of the script. */
final class BadControl extends RuntimeException {

  BadControl(String message) {
    super(message, null, false, false);
  }
}
