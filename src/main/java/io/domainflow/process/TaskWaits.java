package io.domainflow.process;

import io.domainflow.order.Orders;
import io.domainflow.order.WaitingFor;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Says in the order that it waits for the person who has a user task. */
public final class TaskWaits {

  private TaskWaits() {}

  /** The order waits for an operator until the task's due date. */
  public static void operator(Orders orders, DelegateTask task, Code code, String what) {
    waits(orders, task, Who.OPERATOR, code, what);
  }

  /** The order waits for these people until the task's due date. */
  public static void waits(Orders orders, DelegateTask task, Who who, Code code, String what) {
    waits(
        orders,
        task,
        new WaitingFor(
            who,
            code,
            what,
            task.getDueDate() == null ? null : task.getDueDate().toInstant(),
            task.getId()));
  }

  /** The order waits for this; the list of tasks says it, too. */
  public static void waits(Orders orders, DelegateTask task, WaitingFor waitingFor) {
    forgetDecision(task);
    TaskRow.about(task, waitingFor.what());
    orders.waiting(ProcessOrders.of(task.getProcessInstanceId(), orders).id(), waitingFor);
  }

  /** What was decided in an earlier task must not be preselected in this one. */
  public static void forgetDecision(DelegateTask task) {
    task.getExecution().removeVariable(OrderVariables.DECISION);
  }
}
