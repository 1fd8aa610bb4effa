package io.domainflow.order.intake;

import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.OrderPreparers;
import io.domainflow.order.wanted.Operation;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Cancels orders, as long as it is certain what that means for the money. */
@Component
public class OrderCancellation {

  private static final Set<Operation> WITHDRAWABLE =
      EnumSet.of(Operation.TRANSFER, Operation.CHANGE_REGISTRANT);

  /** What cannot be withdrawn, but given up: the registry may still grant it. */
  private static final Set<Operation> ENDS_WITHOUT_THE_REGISTRAR = EnumSet.of(Operation.REGISTER);

  private final Orders orders;
  private final OrderEvents events;
  private final OrderPreparers preparers;
  private final OrderProcess process;
  private final ConflictFreeTransaction transaction;

  OrderCancellation(
      Orders orders,
      OrderEvents events,
      OrderPreparers preparers,
      OrderProcess process,
      ConflictFreeTransaction transaction) {
    this.orders = orders;
    this.events = events;
    this.preparers = preparers;
    this.process = process;
    this.transaction = transaction;
  }

  /**
   * Ends an open order from whatever it waits for. What is under way is withdrawn at the registrar
   * first, and ends as the next look shows. A cancelled order stays cancelled; to repeat this is
   * harmless.
   *
   * @param by whose login asks for it
   * @param beforeCommit gets the order as it is then
   * @throws CancellationRefused while the registrar is being asked for what costs money, once that
   *     is done, or after the order has ended otherwise
   */
  public ProvisioningOrder cancel(
      ProvisioningOrder toCancel, String by, Consumer<ProvisioningOrder> beforeCommit) {
    return transaction.execute(
        () -> {
          // The lock keeps a registration from starting between this look and the cancellation.
          ProvisioningOrder order = orders.lock(toCancel.id());
          if (order.status() == OrderStatus.CANCELLED) {
            return order;
          }
          if (isUnderWay(order)) {
            events.note(order.id(), Kind.WITHDRAWAL_ASKED, null, by);
            preparers.note(order, () -> by);
            process.withdraw(order);
          } else {
            checkCancellable(order);
            orders.cancel(order.id(), by);
            process.cancel(order);
          }
          ProvisioningOrder done = orders.get(order.id());
          beforeCommit.accept(done);
          return done;
        });
  }

  /**
   * The one rule on which order may end at once, for every way to end one.
   *
   * @throws CancellationRefused if the order may not be cancelled now
   */
  public static void checkCancellable(ProvisioningOrder order) {
    if (!order.status().isOpen()) {
      throw new CancellationRefused("the order has ended already; there is nothing to cancel");
    }
    if (order.charged() == Charged.UNKNOWN) {
      throw new CancellationRefused(
          "the registrar is being asked for the "
              + order.request().operation().words()
              + " of the name, or has not said yet whether it did it; try again when the order says"
              + " whether money was spent");
    }
    if (isUnderWay(order)) {
      throw new CancellationRefused(
          "the "
              + order.request().operation().words()
              + " is under way at the registrar and has to be withdrawn there: cancel the"
              + " order over the order API or in its task");
    }
    if (order.awaitsRegistry() && !ENDS_WITHOUT_THE_REGISTRAR.contains(operation(order))) {
      throw new CancellationRefused(
          "the "
              + operation(order).words()
              + " of the name is under way at the registrar and cannot be undone");
    }
    if (order.charged() == Charged.YES && !order.awaitsRegistry()) {
      throw new CancellationRefused(
          "the "
              + order.request().operation().words()
              + " of the name is done and paid for; cancelling the order would not undo that");
    }
  }

  /** What it means to cancel an order that may be cancelled, for people. */
  static String consequence(ProvisioningOrder order) {
    String what = operation(order).words();
    if (isUnderWay(order)) {
      return "The "
          + what
          + " is withdrawn at the registrar. The order stays open until the registrar shows how it"
          + " ended: it is cancelled then, or completed if the confirmation was faster."
          + (order.charged() == Charged.YES
              ? " What was paid goes back to the account with the withdrawal."
              : "");
    }
    if (order.awaitsRegistry()) {
      return "Only the order ends. The "
          + what
          + " that the registrar has accepted stays there, and what it cost stays paid.";
    }
    return switch (operation(order)) {
      case UPDATE, REVERT ->
          "The order ends at once and its task closes. What is changed already stays changed.";
      default ->
          "The order ends at once, its task closes, and the "
              + what
              + " is not carried out. No money was spent.";
    };
  }

  static boolean isUnderWay(ProvisioningOrder order) {
    return order.status().isOpen()
        && WITHDRAWABLE.contains(operation(order))
        && order.awaitsRegistry();
  }

  private static Operation operation(ProvisioningOrder order) {
    return order.request().operation();
  }
}
