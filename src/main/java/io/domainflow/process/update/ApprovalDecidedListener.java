package io.domainflow.process.update;

import io.domainflow.process.Decided;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Stores the result of the approval table; nobody is asked twice about the same values. */
@Component
class ApprovalDecidedListener implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    boolean wanted = ApproveUpdate.isWanted(Decided.in(execution));
    boolean approved = Boolean.TRUE.equals(DomainUpdateProcess.APPROVED.of(execution));
    DomainUpdateProcess.APPROVAL_NEEDED.set(execution, wanted && !approved);
  }
}
