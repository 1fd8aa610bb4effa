package io.domainflow.order.removal;

/** Thrown when an API client cannot be removed because its orders are stored under its name. */
public class ClientHasOrders extends RuntimeException {

  ClientHasOrders(String name) {
    super("client " + name + " has placed orders, which keep its name; disable it instead");
  }
}
