package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.Side;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Approve for new registrant: the agent is to confirm the change for that one. */
@Component
class ApproveForNewRegistrant implements UserTask {

  private final RegistrantApproval approval;
  private final ApprovalFacts facts;

  ApproveForNewRegistrant(RegistrantApproval approval, ApprovalFacts facts) {
    this.approval = approval;
    this.facts = facts;
  }

  @Override
  public String id() {
    return ChangeOfRegistrantProcess.TASK_APPROVE_FOR_NEW_REGISTRANT;
  }

  @Override
  public Waits waits(OpenTask task) {
    return RegistrantApproval.waits(task, Side.NEW);
  }

  @Override
  public Map<String, Object> facts(ProvisioningOrder order) {
    return facts.of(order, Side.NEW);
  }

  @Override
  public void decided(Decision decision) {
    approval.decided(decision, Side.NEW);
  }
}
