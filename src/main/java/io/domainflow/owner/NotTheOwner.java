package io.domainflow.owner;

/**
 * Somebody orders for a name that is not his. Nothing was stored, and the registrar was not asked.
 */
public class NotTheOwner extends RuntimeException {

  public NotTheOwner() {
    super("nothing is known of this domain that you may see");
  }
}
