package io.domainflow.process.authcode;

import io.domainflow.order.Orders;
import io.domainflow.order.progress.AuthCodeApprovals;
import io.domainflow.order.progress.AuthCodeApprovals.Approval;
import io.domainflow.process.Decided;
import io.domainflow.process.ProcessOrders;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Stores what the decision table has decided; nobody is asked twice about the same order. */
@Component
class AuthCodeApprovalDecidedListener implements ExecutionListener {

  private final Orders orders;
  private final AuthCodeApprovals approvals;

  AuthCodeApprovalDecidedListener(Orders orders, AuthCodeApprovals approvals) {
    this.orders = orders;
    this.approvals = approvals;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    UUID order = ProcessOrders.of(execution.getProcessInstanceId(), orders).id();
    Map<String, Object> decided = Decided.in(execution);
    boolean wanted = ApproveAuthCode.isWanted(decided);
    approvals.decided(order, wanted, wanted ? (String) decided.get("lookAt") : null);
    boolean given = approvals.find(order).filter(Approval::isGiven).isPresent();
    AuthCodeProcess.APPROVAL_NEEDED.set(execution, !given);
  }
}
