package io.domainflow.process.accountcheck;

import io.domainflow.process.OrderVariables;
import io.domainflow.process.TaskRow;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Says in the list of tasks what was found. */
@Component
class CorrectFindingListener implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    FindingKey key = FindingKey.of(task.getExecution().getProcessBusinessKey());
    TaskRow.about(task, "Account " + key.account() + ": " + key.kind().title() + ".");
    task.setName(task.getName() + ": " + key.kind().title());
    // What was decided in an earlier task must not be preselected in this one.
    task.getExecution().removeVariable(OrderVariables.DECISION);
  }
}
