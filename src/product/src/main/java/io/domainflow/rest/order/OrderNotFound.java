package io.domainflow.rest.order;

/** There is no such order, or the login may not see it. */
class OrderNotFound extends RuntimeException {

  OrderNotFound(String reference) {
    super("There is no order " + reference + " that you may see");
  }
}
