package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.process.ProcessOrders;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says that somebody has to choose between the lock and the wait, and why. */
@Component
class ChooseLockOrWaitListener implements TaskListener {

  private final Orders orders;

  ChooseLockOrWaitListener(Orders orders) {
    this.orders = orders;
  }

  @Override
  public void notify(DelegateTask task) {
    ProvisioningOrder order = ProcessOrders.of(task.getProcessInstanceId(), orders);
    TaskWaits.operator(
        orders,
        task,
        Code.CHOICE,
        what(order, (String) task.getVariable(ChangeOfRegistrantProcess.CHOICE_REASON)));
  }

  /** What is to be chosen, and why. */
  static String what(ProvisioningOrder order, String code) {
    return "lock or wait for the change of registrant of "
        + order.request().domain().unicode()
        + ": "
        + reason(code)
        + ". Choose with «registrantChangeMode», or an operator does";
  }

  static String reason(String code) {
    return switch (code) {
      case "NO_OPT_OUT_HERE" ->
          "the registry (AFNIC) does not let the lock be opted out of, so there is no change"
              + " without a lock";
      case "OPT_OUT_NOT_RECORDED" ->
          "a change without a lock was wished, and no opting out of the prior registrant is"
              + " recorded that is older than the order";
      default -> "nobody has chosen yet";
    };
  }
}
