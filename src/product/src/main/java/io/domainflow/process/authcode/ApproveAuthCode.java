package io.domainflow.process.authcode;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.AuthCodeOrder;
import io.domainflow.order.progress.AuthCodeApprovals;
import io.domainflow.order.progress.AuthCodeApprovals.Approval;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.authcode.AuthCodeRisk.Signs;
import io.domainflow.process.domain.OwnerSigns;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/** Approve auth code: there are signs of theft, and the policy requires an approval. */
@Component
class ApproveAuthCode implements UserTask {

  private final Orders orders;
  private final AuthCodeRisk risk;
  private final DecisionTables tables;
  private final AuthCodeApprovals approvals;
  private final OwnerSigns owners;

  ApproveAuthCode(
      Orders orders,
      AuthCodeRisk risk,
      DecisionTables tables,
      AuthCodeApprovals approvals,
      OwnerSigns owners) {
    this.orders = orders;
    this.risk = risk;
    this.tables = tables;
    this.approvals = approvals;
    this.owners = owners;
  }

  /** Whether LeavingPolicy.dmn requires an approval. */
  static boolean isWanted(Map<String, Object> decided) {
    return Boolean.TRUE.equals(decided.get("approval"));
  }

  @Override
  public String id() {
    return "Task_ApproveAuthCode";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.waits(Who.APPROVER, Code.AUTH_CODE_APPROVAL, what(task.order()));
  }

  /** What the approver has to approve. */
  static String what(ProvisioningOrder order) {
    return "an approver has to agree that the auth code of "
        + order.content().domain().unicode()
        + " is given out. No code was issued and the transfer lock is as it was";
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Signs signs = risk.stored(order);
    return Map.of(
        "lookAt",
        PlainText.of(lookAt(order, signs)),
        "registrantChanged",
        AuthCodeRisk.words(signs.changes().registrantAt()),
        "nameserversChanged",
        AuthCodeRisk.words(signs.changes().nameserversAt()),
        "lockOpened",
        AuthCodeRisk.words(signs.changes().lockOpenedAt()),
        "loginMade",
        signs.loginChangedAt() == null ? "not known" : AuthCodeRisk.words(signs.loginChangedAt()),
        "codesOrdered",
        String.valueOf(signs.codesOrdered()),
        "ownerChanged",
        AuthCodeRisk.words(signs.ownerChangedAt()),
        "unlockText",
        order.content().as(AuthCodeOrder.class).unlock() ? "is opened, too" : "stays as it is",
        "deliverText",
        order.content().as(AuthCodeOrder.class).deliver() == AuthCodeOrder.Deliver.HOLDER
            ? "the holder, by mail"
            : "the login that has ordered it");
  }

  // The state of the name when the approver was asked; an order that has waited since before this
  // was stored has none.
  private String lookAt(ProvisioningOrder order, Signs signs) {
    return approvals
        .find(order.id())
        .map(Approval::lookAt)
        .orElseGet(
            () ->
                (String)
                    tables.decide(AuthCodeRisk.DECISION, risk.inputs(order, signs)).get("lookAt"));
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("REFUSE")) {
      orders.recordFailure(
          order.id(), AuthCodeFailures.notApproved(order, decision.required("reason", "«Reason»")));
      return;
    }
    if (decision.login().equals(order.login())) {
      throw new InvalidRequestException(
          Status.FORBIDDEN,
          "You have placed this order, so somebody else has to approve it. No code was issued.");
    }
    owners.refuseApproval(
        order.content().account(), order.content().domain(), order.createdAt(), decision.login());
    approvals.approved(order.id(), decision.login());
  }
}
