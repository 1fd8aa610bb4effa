package io.domainflow.process.paperwork;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that the registrant has to sign something, and which task sends it on. */
@Component
class SendSignedFormListener implements TaskListener {

  private final Orders orders;
  private final PaperWait paper;

  SendSignedFormListener(Orders orders, PaperWait paper) {
    this.orders = orders;
    this.paper = paper;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    WaitingFor waits = paper.waitingFor(order, task.getExecution()).orElseThrow();
    TaskWaits.waits(
        orders,
        task,
        new WaitingFor(waits.who(), waits.code(), waits.what(), waits.until(), task.getId()));
  }
}
