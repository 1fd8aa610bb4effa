package io.domainflow.rest;

/** Nothing is known of this name, or nothing that this login may see. */
public class DomainNotFound extends RuntimeException {

  public DomainNotFound() {
    super("nothing is known of this domain that you may see");
  }
}
