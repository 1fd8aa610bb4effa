package io.domainflow.order.intake;

import io.domainflow.database.ConflictFreeTransaction;
import io.domainflow.order.Charged;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.OrderStatus;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.progress.OrderPreparers;
import io.domainflow.order.progress.RegistrantChange.Withdrawal;
import io.domainflow.order.progress.RegistrantChanges;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Cancels orders, provided that the effect on money is certain. */
@Component
public class OrderCancellation {

  private static final Set<Operation> WITHDRAWABLE =
      EnumSet.of(Operation.TRANSFER, Operation.CHANGE_REGISTRANT);

  private final Orders orders;
  private final OrderEvents events;
  private final OrderPreparers preparers;
  private final RegistrantChanges changes;
  private final OrderProcess process;
  private final ConflictFreeTransaction transaction;

  OrderCancellation(
      Orders orders,
      OrderEvents events,
      OrderPreparers preparers,
      RegistrantChanges changes,
      OrderProcess process,
      ConflictFreeTransaction transaction) {
    this.orders = orders;
    this.events = events;
    this.preparers = preparers;
    this.changes = changes;
    this.process = process;
    this.transaction = transaction;
  }

  /**
   * Cancels an open order in any wait. An operation under way is withdrawn at the registrar first,
   * and the next check shows the result. Repeating a cancellation is harmless.
   *
   * @param by login that requests it
   * @param beforeCommit receives the resulting order
   * @throws CancellationRefused while a command that changes the name is being sent, after one that
   *     cannot be stopped was executed, or after the order has failed or completed
   */
  public ProvisioningOrder cancel(
      ProvisioningOrder toCancel, String by, Consumer<ProvisioningOrder> beforeCommit) {
    return transaction.execute(
        () -> {
          // The lock prevents a registration from starting between this check and the cancellation.
          ProvisioningOrder order = orders.lock(toCancel.id());
          if (order.status() == OrderStatus.CANCELLED) {
            return order;
          }
          if (isUnderWay(order)) {
            events.note(order.id(), Kind.WITHDRAWAL_ASKED, null, by);
            preparers.note(order, () -> by);
            if (operation(order) == Operation.CHANGE_REGISTRANT) {
              // in this transaction: a withdrawal for another reason may be under way
              changes.toBeWithdrawn(order.id(), Withdrawal.CALLER);
            }
            process.withdraw(order);
          } else {
            check(order);
            process.cancel(order);
          }
          ProvisioningOrder done = orders.get(order.id());
          beforeCommit.accept(done);
          return done;
        });
  }

  /**
   * The rule, with what is in flight now.
   *
   * @throws CancellationRefused if the order may not be cancelled now
   */
  void check(ProvisioningOrder order) {
    checkCancellable(order, process.hasCommandInFlight(order));
  }

  /**
   * The single rule for which orders may be cancelled, regardless of how: nothing that was sent for
   * the order may still be carried out. It follows from what was sent, not from where the order
   * stands.
   *
   * @param inFlight whether a command of the order is being sent, or its outcome is unknown
   * @throws CancellationRefused if the order may not be cancelled now
   */
  public static void checkCancellable(ProvisioningOrder order, boolean inFlight) {
    checkCancellable(order);
    checkNothingInFlight(order, inFlight);
  }

  private static void checkNothingInFlight(ProvisioningOrder order, boolean inFlight) {
    if (inFlight) {
      throw new CancellationRefused(
          "the registrar is being asked for the "
              + order.content().operation().words()
              + " of the name, or has not said yet whether it did it; try again when the order says"
              + " how that ended");
    }
  }

  /**
   * The part of the rule that the order itself tells. The deletion of a process instance in Cockpit
   * needs no more: it is the way out if the registrar never says, and the order fails then.
   *
   * @throws CancellationRefused if the order may not end now
   */
  public static void checkCancellable(ProvisioningOrder order) {
    if (!order.status().isOpen()) {
      throw new CancellationRefused("the order has ended already; there is nothing to cancel");
    }
    if (order.charged() == Charged.UNKNOWN) {
      throw new CancellationRefused(
          "the registrar is being asked for the "
              + order.content().operation().words()
              + " of the name, or has not said yet whether it did it; try again when the order says"
              + " whether money was spent");
    }
    if (isUnderWay(order)) {
      throw new CancellationRefused(
          "the "
              + order.content().operation().words()
              + " is under way at the registrar and has to be withdrawn there: cancel the"
              + " order over the order API or in its task");
    }
    if (order.awaitsRegistry()) {
      throw new CancellationRefused(
          "the "
              + operation(order).words()
              + " of the name is under way at the registrar and cannot be stopped; the order ends"
              + " when the registrar shows how it ended");
    }
    if (operation(order) == Operation.CHANGE_REGISTRANT && order.outcome() != null) {
      throw new CancellationRefused(
          "the change of registrant of the name is done; cancelling the order would not undo that");
    }
    if (order.charged() == Charged.YES) {
      throw new CancellationRefused(
          "the "
              + order.content().operation().words()
              + " of the name is done and paid for; cancelling the order would not undo that");
    }
  }

  /** The consequence of cancelling an order that may be cancelled, for people. */
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
    if (operation(order) == Operation.TRANSFER && order.outcome() != null) {
      return "The order ends at once and its task closes. The name stays in the account as it is. No"
          + " money was spent.";
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
    return order.content().operation();
  }
}
