package io.domainflow.order.content;

/**
 * A deletion.
 *
 * @param confirmed whether somebody has repeated the name
 */
public record DeletionOrder(boolean confirmed) implements OrderDetails {

  @Override
  public Operation operation() {
    return Operation.DELETE;
  }
}
