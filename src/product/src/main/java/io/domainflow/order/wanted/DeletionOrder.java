package io.domainflow.order.wanted;

/**
 * A deletion.
 *
 * @param confirmed whether somebody has repeated the name
 */
public record DeletionOrder(boolean confirmed) implements Wanted {

  @Override
  public Operation operation() {
    return Operation.DELETE;
  }
}
