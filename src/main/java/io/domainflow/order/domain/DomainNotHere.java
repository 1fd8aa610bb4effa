package io.domainflow.order.domain;

/** The registrar does not show a name in the account that it is known in. */
public class DomainNotHere extends RuntimeException {

  /**
   * Says so.
   *
   * @param message for people, without a full stop
   */
  public DomainNotHere(String message, Throwable cause) {
    super(message, cause);
  }
}
