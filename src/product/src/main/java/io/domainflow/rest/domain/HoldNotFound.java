package io.domainflow.rest.domain;

/** There is no dispute hold on the name. */
class HoldNotFound extends RuntimeException {

  HoldNotFound() {
    super("this domain has no hold, or it is shown to staff only");
  }
}
