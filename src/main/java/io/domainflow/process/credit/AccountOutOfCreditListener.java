package io.domainflow.process.credit;

import io.domainflow.order.CreditWaits;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskRow;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Tells the orders that wait for credit which task stands for it. */
@Component
class AccountOutOfCreditListener implements TaskListener {

  private final CreditWaits waits;

  AccountOutOfCreditListener(CreditWaits waits) {
    this.waits = waits;
  }

  @Override
  public void notify(DelegateTask task) {
    String account = task.getExecution().getProcessBusinessKey();
    task.getExecution().removeVariable(OrderVariables.DECISION);
    TaskRow.about(
        task,
        "The credit of account "
            + account
            + " is used up: nothing that costs money is sent for it until it is topped up.");
    waits.waitForTask(account, task.getId());
  }
}
