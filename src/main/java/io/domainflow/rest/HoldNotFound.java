package io.domainflow.rest;

/** The name has no hold. */
class HoldNotFound extends RuntimeException {

  HoldNotFound() {
    super("this domain has no hold, or it is shown to staff only");
  }
}
