package io.domainflow.order.intake;

import io.domainflow.order.ProvisioningOrder;

/**
 * Thrown when an order conflicts with an earlier one. Nothing was stored and nothing was bought.
 */
public class DuplicateOrder extends RuntimeException {

  /** The kind of conflict. */
  public enum Kind {
    /** The same login has sent exactly this order before. */
    REPETITION,
    /** The same login has used this reference for a different order. */
    OTHER_CONTENT,
    /** The login has used this reference for an order that now belongs to another owner. */
    NO_LONGER_YOURS,
    /** Another order for this name and account is open. */
    NAME_BUSY
  }

  private final Kind kind;
  private final transient ProvisioningOrder earlier;

  DuplicateOrder(Kind kind, ProvisioningOrder earlier) {
    super(
        switch (kind) {
          case REPETITION ->
              "this order was placed before; it is carried out by process instance "
                  + earlier.processInstanceId();
          case NO_LONGER_YOURS ->
              "you have placed an order with this reference, which belongs to somebody else now and"
                  + " is carried out once; use a new reference for a new order";
          case OTHER_CONTENT ->
              "the reference was used before for another order, carried out by process instance "
                  + earlier.processInstanceId();
          case NAME_BUSY ->
              "an order for "
                  + earlier.content().domain().unicode()
                  + " on account "
                  + earlier.content().account()
                  + " is still open; try again when it has ended";
        });
    this.kind = kind;
    this.earlier = earlier;
  }

  public Kind kind() {
    return kind;
  }

  public ProvisioningOrder earlier() {
    return earlier;
  }
}
