package io.domainflow.process.registration;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Records that an operator gave up waiting for the registry. */
@Component
class RegistrationGivenUpListener implements ExecutionListener {

  private final Orders orders;

  RegistrationGivenUpListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateExecution execution) {
    orders.recordFailure(
        ProcessOrders.of(execution.getProcessInstanceId(), orders).id(),
        new Failure(
            Reason.GIVEN_UP,
            "An operator gave up waiting for the registry. The registration is still with the"
                + " registrar, was charged and may still go through: withdraw it there, or keep the"
                + " name if it does.",
            null));
  }
}
