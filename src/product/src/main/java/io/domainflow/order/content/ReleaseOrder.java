package io.domainflow.order.content;

/**
 * A release of a name to another registrar, or to its registry.
 *
 * @param target the recipient in the registry's terms: the tag of a registrar, or a keyword
 */
public record ReleaseOrder(String target) implements OrderDetails {

  @Override
  public Operation operation() {
    return Operation.RELEASE;
  }
}
