package io.domainflow.order;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels orders, as long as it is certain what that means for the money. */
@Component
public class OrderCancellation {

  private final Orders orders;
  private final OrderProcess process;

  OrderCancellation(Orders orders, OrderProcess process) {
    this.orders = orders;
    this.process = process;
  }

  /**
   * Ends an open order from whatever it waits for. A cancelled order stays cancelled; to repeat
   * this is harmless.
   *
   * @throws CancellationRefused while the registrar is being asked to register the name, once the
   *     name is registered, or after the order has ended otherwise
   */
  @Transactional
  public ProvisioningOrder cancel(ProvisioningOrder toCancel) {
    // The lock keeps a registration from starting between this look and the cancellation.
    ProvisioningOrder order = orders.lock(toCancel.id());
    if (order.status() == OrderStatus.CANCELLED) {
      return order;
    }
    if (!order.status().isOpen()) {
      throw new CancellationRefused("the order has ended already; there is nothing to cancel");
    }
    if (order.charged() == Charged.UNKNOWN) {
      throw new CancellationRefused(
          "the registrar is being asked to register the name, or has not said yet whether it did;"
              + " try again when the order says whether money was spent");
    }
    if (order.charged() == Charged.YES && !process.awaitsRegistry(order)) {
      throw new CancellationRefused(
          "the name is registered and paid for; cancelling the order would not undo that");
    }
    process.cancel(order);
    return orders.get(order.id());
  }
}
