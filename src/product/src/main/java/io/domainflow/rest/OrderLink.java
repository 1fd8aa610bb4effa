package io.domainflow.rest;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import java.util.UUID;

/**
 * An order that another answer refers to.
 *
 * @param href its address
 */
public record OrderLink(String href, OrderStatus status) {

  /** The path under which orders are placed. */
  public static final String ORDERS = "/api/v1/orders";

  /** The link to an order. */
  public static OrderLink of(ProvisioningOrder order) {
    return new OrderLink(path(order.id()), order.status());
  }

  /** The path of an order; with its id, since several may have the same reference. */
  public static String path(UUID id) {
    return ORDERS + "/" + id;
  }
}
