package io.domainflow.rest.domain;

/** The name has no hold. */
class DisputeHoldNotFound extends RuntimeException {

  DisputeHoldNotFound() {
    super("this domain has no hold, or it is shown to staff only");
  }
}
