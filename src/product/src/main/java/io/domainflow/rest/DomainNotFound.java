package io.domainflow.rest;

/** Nothing is known about this name, or the login may not see it. */
public class DomainNotFound extends RuntimeException {

  public DomainNotFound() {
    super("nothing is known about this domain that you may see");
  }
}
