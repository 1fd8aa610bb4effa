package io.domainflow.process.authcode;

import io.domainflow.process.Decided;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes what the table gives; nobody is asked twice about the same order. */
@Component
class AuthCodeApprovalDecidedListener implements ExecutionListener {

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    boolean wanted = ApproveAuthCode.isWanted(Decided.in(execution));
    boolean approved = Boolean.TRUE.equals(AuthCodeProcess.APPROVED.of(execution));
    AuthCodeProcess.APPROVAL_NEEDED.set(execution, wanted && !approved);
  }
}
