package io.domainflow.process.credit;

import io.domainflow.order.CreditWaits;
import io.domainflow.process.OrderVariables;
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
    task.getExecution().removeVariable(OrderVariables.DECISION);
    waits.waitForTask(task.getExecution().getProcessBusinessKey(), task.getId());
  }
}
