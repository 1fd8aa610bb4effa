package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.ProcessOrders;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/** The order that a person is deciding about. */
@Component
class HeldOrder {

  private final Orders orders;

  HeldOrder(Orders orders) {
    this.orders = orders;
  }

  /**
   * The order, held until the decision is stored: a cancellation at the same moment comes before it
   * or after it.
   *
   * @throws InvalidRequestException if it has ended meanwhile
   */
  ProvisioningOrder of(DelegateExecution execution) {
    ProvisioningOrder order =
        orders.lock(ProcessOrders.of(execution.getProcessInstanceId(), orders).id());
    if (!order.status().isOpen()) {
      throw new InvalidRequestException(
          Status.CONFLICT,
          "The order has ended meanwhile, so there is nothing to decide any more. Nothing was"
              + " sent.");
    }
    return order;
  }
}
