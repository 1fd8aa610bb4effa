package io.domainflow.owner;

/**
 * Thrown when somebody orders for another owner's name. Nothing was stored, and the registrar was
 * not called.
 */
public class NotTheOwner extends RuntimeException {

  public NotTheOwner() {
    super("nothing is known about this domain that you may see");
  }
}
