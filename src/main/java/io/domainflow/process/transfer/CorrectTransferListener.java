package io.domainflow.process.transfer;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskWaits;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says what is in the way of the transfer, and that it can be put right. */
@Component
class CorrectTransferListener implements TaskListener {

  private final Orders orders;

  CorrectTransferListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    Code code = Code.valueOf((String) task.getVariable(DomainTransferProcess.OBSTACLE));
    TaskWaits.waits(
        orders,
        task,
        new WaitingFor(
            Who.OPERATOR,
            code,
            what(
                (String) task.getVariable(OrderVariables.DOMAIN),
                (String) task.getVariable(DomainTransferProcess.OBSTACLE_TEXT)),
            Obstacle.until(
                code,
                (Date) task.getVariable(DomainTransferProcess.OBSTACLE_UNTIL),
                task.getDueDate()),
            task.getId()));
  }

  /** What is in the way, and what to do. */
  static String what(String domain, String obstacle) {
    return domain
        + " cannot be transferred yet: "
        + obstacle
        + ". Nothing was bought. Give new values as input, or an operator goes on; we look every"
        + " few hours whether it is put right";
  }
}
