package io.domainflow.process.registrantduty;

import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskRow;
import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Begins a task for an order that is completed, so that the order does not wait for it. */
@Component
class DutyTaskListener implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    TaskWaits.forgetDecision(task);
    String domain = (String) task.getVariable(OrderVariables.DOMAIN);
    TaskRow.about(
        task,
        task.getTaskDefinitionKey().equals(RegistrantDutyProcess.TASK_REMIND_REGISTRANT)
            ? "The registrant of " + domain + " still has to do something for the registry."
            : "The registry has taken " + domain + " back; its holder has to hear of it.");
  }
}
