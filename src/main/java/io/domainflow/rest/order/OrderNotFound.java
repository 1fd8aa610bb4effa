package io.domainflow.rest.order;

/** No such order, or none that this login may see. */
class OrderNotFound extends RuntimeException {

  OrderNotFound(String reference) {
    super("There is no order " + reference + " that you may see");
  }
}
