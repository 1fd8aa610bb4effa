package io.domainflow.process.transferlock;

import io.domainflow.process.TaskWaits;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Begins a task for an order that is mostly completed, so that the order does not wait for it. */
@Component
class SetTransferLockListener implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    TaskWaits.forgetDecision(task);
  }
}
