package io.domainflow.order.domain;

/** Thrown when the registrar does not show a name in the account in which it is known. */
public class DomainNotHere extends RuntimeException {

  /**
   * Creates the exception.
   *
   * @param message for people, without a full stop
   */
  public DomainNotHere(String message, Throwable cause) {
    super(message, cause);
  }
}
