package io.domainflow.rest.domain;

/** The name has no hold. */
class HoldNotFound extends RuntimeException {

  HoldNotFound() {
    super("this domain has no hold, or it is shown to staff only");
  }
}
