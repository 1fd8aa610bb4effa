package io.domainflow.process.changeofregistrant;

import io.domainflow.consent.ConsentSide;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import java.util.HashMap;
import java.util.Map;

/** The common part of the tasks in which the agent confirms the change: one for each registrant. */
abstract class ApproveForRegistrant implements UserTask {

  private final String id;
  private final ConsentSide side;
  private final RegistrantApproval approval;
  private final ApprovalOnForm form;

  ApproveForRegistrant(
      String id, ConsentSide side, RegistrantApproval approval, ApprovalOnForm form) {
    this.id = id;
    this.side = side;
    this.approval = approval;
    this.form = form;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Waits waits(OpenTask task) {
    return RegistrantApproval.waits(task, side);
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Map<String, Object> shown = new HashMap<>(form.of(order, side));
    shown.put("approvalRefused", approval.refusalOfReader(order).orElse(""));
    return shown;
  }

  @Override
  public void decided(Decision decision) {
    approval.decided(decision, side);
  }

  /** An approver who has asked a question may approve later. */
  @Override
  public boolean isHandInOrder(Decision decision) {
    return false;
  }
}
