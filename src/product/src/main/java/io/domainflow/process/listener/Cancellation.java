package io.domainflow.process.listener;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.CancellationRefused;
import io.domainflow.order.intake.OrderCancellation;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.ProcessOrders;
import io.domainflow.registrar.CommandJournal;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/** Ends an order whose process was ended from outside, in any way. */
final class Cancellation {

  private Cancellation() {}

  /**
   * Cancels the order, unless it has ended already.
   *
   * @throws InvalidRequestException if something that was sent for it may still be carried out:
   *     then the process stays, too
   */
  static void cancel(DelegateExecution execution, Orders orders, CommandJournal journal) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if (!order.status().isOpen()) {
      return;
    }
    check(() -> OrderCancellation.checkCancellable(order, journal.isOpen(order.id())));
    orders.cancel(order.id(), CurrentLogin.known().orElse(null));
  }

  /**
   * Ends the order of a process that somebody has deleted. It fails if it is not known what the
   * registrar has done: a cancelled order says that nothing will be.
   *
   * @throws InvalidRequestException if it is not certain whether money was spent, or the registrar
   *     has accepted the operation: then the process stays, too
   */
  static void deleted(DelegateExecution execution, Orders orders, CommandJournal journal) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if (!order.status().isOpen()) {
      return;
    }
    check(() -> OrderCancellation.checkCancellable(order));
    if (journal.isOpen(order.id())) {
      orders.recordFailure(
          order.id(),
          new Failure(
              Reason.GIVEN_UP,
              "Somebody ended the order while the registrar had not said whether it did the "
                  + order.content().operation().words()
                  + " of "
                  + order.content().domain().unicode()
                  + ". No money was spent. See at the registrar how it ended.",
              null));
      orders.fail(order.id());
    } else {
      orders.cancel(order.id(), CurrentLogin.known().orElse(null));
    }
  }

  private static void check(Runnable rule) {
    try {
      rule.run();
    } catch (CancellationRefused e) {
      throw new InvalidRequestException(Status.CONFLICT, e, e.getMessage());
    }
  }
}
