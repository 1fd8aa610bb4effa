package io.domainflow.sandbox.control;

/** A control call that cannot be carried out; the message is for whoever wrote the script. */
final class BadControl extends RuntimeException {

  BadControl(String message) {
    super(message, null, false, false);
  }
}
