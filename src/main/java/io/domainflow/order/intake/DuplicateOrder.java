package io.domainflow.order.intake;

import io.domainflow.order.ProvisioningOrder;

/** An order that meets an earlier one. Nothing was stored and nothing was bought. */
public class DuplicateOrder extends RuntimeException {

  /** How the two meet. */
  public enum Kind {
    /** The same login sent exactly this order before. */
    REPETITION,
    /** The same login used this reference for another order. */
    OTHER_CONTENT,
    /** The login used this reference for an order that now belongs to another owner. */
    NO_LONGER_YOURS,
    /** Another order is working on this name of this account. */
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
                  + earlier.request().domain().unicode()
                  + " on account "
                  + earlier.request().account()
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
