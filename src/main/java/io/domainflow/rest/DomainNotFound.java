package io.domainflow.rest;

/** Nothing is known of this name, or nothing that this login may see. */
class DomainNotFound extends RuntimeException {

  DomainNotFound() {
    super("nothing is known of this domain that you may see");
  }
}
