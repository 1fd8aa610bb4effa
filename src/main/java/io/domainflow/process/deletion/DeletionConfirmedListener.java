package io.domainflow.process.deletion;

import io.domainflow.model.DomainName;
import io.domainflow.model.InvalidValue;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/** Takes the decision on a deletion: nobody deletes a name without entering it once more. */
@Component
class DeletionConfirmedListener implements ExecutionListener {

  private final Orders orders;

  DeletionConfirmedListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    if ("KEEP".equals(execution.getVariable(OrderVariables.DECISION))) {
      orders.recordFailure(order.id(), DeletionFailures.kept(order));
      return;
    }
    // Its caller has confirmed by the order itself.
    if (!order.request().confirmed()) {
      check(execution.getVariable(DomainDeletionProcess.CONFIRM_DOMAIN), order.request().domain());
      orders.confirmed(order.id(), true);
    }
  }

  private static void check(Object entered, DomainName domain) {
    if (!(entered instanceof String text) || !isThe(domain, text)) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST,
          "«Domain, once more» must be " + domain.unicode() + ": nothing was deleted");
    }
  }

  private static boolean isThe(DomainName domain, String entered) {
    try {
      return DomainName.of(entered.strip()).equals(domain);
    } catch (InvalidValue e) {
      return false;
    }
  }
}
