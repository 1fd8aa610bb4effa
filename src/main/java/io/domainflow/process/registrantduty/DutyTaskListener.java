package io.domainflow.process.registrantduty;

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
  }
}
