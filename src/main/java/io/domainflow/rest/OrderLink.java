package io.domainflow.rest;

import io.domainflow.order.OrderStatus;
import io.domainflow.order.ProvisioningOrder;
import java.util.UUID;

/**
 * An order that another answer speaks of.
 *
 * @param href where it is read
 */
public record OrderLink(String href, OrderStatus status) {

  /** Where orders are placed. */
  public static final String ORDERS = "/api/v1/orders";

  /** The link to an order. */
  public static OrderLink of(ProvisioningOrder order) {
    return new OrderLink(path(order.id()), order.status());
  }

  /** Where an order is read; by its id, since several may have the same reference. */
  public static String path(UUID id) {
    return ORDERS + "/" + id;
  }
}
