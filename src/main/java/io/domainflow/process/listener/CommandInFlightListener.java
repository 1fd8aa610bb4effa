package io.domainflow.process.listener;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.intake.CancellationRefused;
import io.domainflow.order.intake.OrderCancellation;
import io.domainflow.process.ProcessOrders;
import io.domainflow.registrar.CommandJournal;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;

/**
 * Keeps a process from being cancelled by a message while the registrar executes a command of its
 * order; see {@link OrderCancellation#checkNothingInFlight}.
 */
class CommandInFlightListener implements ExecutionListener {

  private final Orders orders;
  private final CommandJournal journal;

  CommandInFlightListener(Orders orders, CommandJournal journal) {
    this.orders = orders;
    this.journal = journal;
  }

  @Override
  public void notify(DelegateExecution execution) {
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    try {
      OrderCancellation.checkNothingInFlight(order, journal.isOpen(order.id()));
    } catch (CancellationRefused e) {
      throw new InvalidRequestException(Status.CONFLICT, e, e.getMessage());
    }
  }
}
