package io.domainflow.order;

import org.springframework.stereotype.Component;

/** Cancels orders, as long as it is certain what that means for the money. */
@Component
public class OrderCancellation {

  private final Orders orders;
  private final OrderProcess process;
  private final ConflictFreeTransaction transaction;

  OrderCancellation(Orders orders, OrderProcess process, ConflictFreeTransaction transaction) {
    this.orders = orders;
    this.process = process;
    this.transaction = transaction;
  }

  /**
   * Ends an open order from whatever it waits for. A cancelled order stays cancelled; to repeat
   * this is harmless.
   *
   * @throws CancellationRefused while the registrar is being asked to register the name, once the
   *     name is registered, or after the order has ended otherwise
   */
  public ProvisioningOrder cancel(ProvisioningOrder toCancel) {
    return transaction.execute(
        () -> {
          // The lock keeps a registration from starting between this look and the cancellation.
          ProvisioningOrder order = orders.lock(toCancel.id());
          if (order.status() == OrderStatus.CANCELLED) {
            return order;
          }
          checkCancellable(order);
          process.cancel(order);
          return orders.get(order.id());
        });
  }

  /**
   * The one rule on what may be cancelled, whichever way somebody tries.
   *
   * @throws CancellationRefused if the order may not be cancelled now
   */
  public static void checkCancellable(ProvisioningOrder order) {
    if (!order.status().isOpen()) {
      throw new CancellationRefused("the order has ended already; there is nothing to cancel");
    }
    if (order.charged() == Charged.UNKNOWN) {
      throw new CancellationRefused(
          "the registrar is being asked to register the name, or has not said yet whether it did;"
              + " try again when the order says whether money was spent");
    }
    if (order.charged() == Charged.YES && !order.awaitsRegistry()) {
      throw new CancellationRefused(
          "the name is registered and paid for; cancelling the order would not undo that");
    }
  }
}
