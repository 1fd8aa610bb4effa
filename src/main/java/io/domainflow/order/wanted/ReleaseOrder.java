package io.domainflow.order.wanted;

/**
 * An order that gives a name away: to another registrar, or back to its registry.
 *
 * @param target to whom, as the registry calls it: the tag of a registrar, or a word of its own
 */
public record ReleaseOrder(String target) implements Wanted {

  @Override
  public Operation operation() {
    return Operation.RELEASE;
  }
}
