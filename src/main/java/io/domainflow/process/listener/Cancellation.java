package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.CancellationRefused;
import io.domainflow.order.intake.OrderCancellation;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.ProcessOrders;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/** Cancels an order whose process was ended from outside, in any way. */
final class Cancellation {

  private Cancellation() {}

  /**
   * Cancels the order, unless it has ended already.
   *
   * @throws InvalidRequestException if it is not certain whether money was spent: then the process
   *     stays, too
   */
  static void end(DelegateExecution execution, Orders orders) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if (!order.status().isOpen()) {
      return;
    }
    try {
      OrderCancellation.checkCancellable(order);
    } catch (CancellationRefused e) {
      throw new InvalidRequestException(Status.CONFLICT, e, e.getMessage());
    }
    orders.cancel(order.id(), CurrentLogin.known().orElse(null));
  }
}
