package io.domainflow.process.changeofregistrant;

import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskRow;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Begins a task for an order that is completed, so that the order does not wait for it. */
@Component
class SettleDisputedChangeListener implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    TaskWaits.forgetDecision(task);
    TaskRow.about(
        task,
        "The registrant of "
            + task.getVariable(OrderVariables.DOMAIN)
            + " has changed although a dispute was noted.");
  }
}
