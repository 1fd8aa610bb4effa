package io.domainflow.order.removal;

/** An API client that cannot be removed, because its orders are kept under its name. */
public class ClientHasOrders extends RuntimeException {

  ClientHasOrders(String name) {
    super("client " + name + " has placed orders, which keep its name; disable it instead");
  }
}
