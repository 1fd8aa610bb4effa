package io.domainflow.process.update;

import io.domainflow.order.Orders;
import io.domainflow.process.Decided;
import io.domainflow.process.ProcessOrders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Stores the result of the approval table; nobody is asked twice about the same values. */
@Component
class ApprovalDecidedListener implements ExecutionListener {

  private final Orders orders;
  private final AgreedValues agreed;

  ApprovalDecidedListener(Orders orders, AgreedValues agreed) {
    this.orders = orders;
    this.agreed = agreed;
  }

  @Override
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    DomainUpdateProcess.APPROVAL_NEEDED.set(
        execution,
        agreed.isApprovalMissing(
            ProcessOrders.of(execution.getProcessInstanceId(), orders),
            ApproveUpdate.isWanted(Decided.in(execution))));
  }
}
