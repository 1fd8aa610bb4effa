package io.domainflow.order.limits;

/** Thrown when a caller has as many open orders as allowed. Nothing was stored or bought. */
public class TooManyOpenOrders extends RuntimeException {

  TooManyOpenOrders(int most) {
    super(
        "you have "
            + most
            + " open orders, and more are not taken; send this one again when some of them have"
            + " ended, or cancel those that wait for nothing you still want");
  }
}
