package io.domainflow.process.registration;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import io.domainflow.process.paperwork.PaperWait;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that an operator has to decide whether to go on waiting for the registry. */
@Component
class ChaseRegistrationListener implements TaskListener {

  private final Orders orders;
  private final PaperWait paper;

  ChaseRegistrationListener(Orders orders, PaperWait paper) {
    this.orders = orders;
    this.paper = paper;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    paper
        .overdue(order, task)
        .ifPresentOrElse(
            waits -> TaskWaits.waits(orders, task, waits),
            () ->
                TaskWaits.operator(
                    orders,
                    task,
                    Code.REGISTRATION_OVERDUE,
                    "the registry has not decided on "
                        + task.getVariable(OrderVariables.DOMAIN)
                        + " in time; an operator decides whether to keep waiting"));
  }
}
