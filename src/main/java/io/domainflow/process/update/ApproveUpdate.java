package io.domainflow.process.update;

import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/** Approve update: it changes what protects the name, and the policy wants somebody to look. */
@Component
class ApproveUpdate implements UserTask {

  private final Orders orders;
  private final Updates updates;
  private final DecisionTables tables;

  ApproveUpdate(Orders orders, Updates updates, DecisionTables tables) {
    this.orders = orders;
    this.updates = updates;
    this.tables = tables;
  }

  /** Whether somebody has to agree, among what UpdatePolicy.dmn decides. */
  static boolean isWanted(Map<String, Object> decided) {
    return Boolean.TRUE.equals(decided.get("approval"));
  }

  @Override
  public String id() {
    return "Task_ApproveUpdate";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.waits(Who.APPROVER, Code.UPDATE_APPROVAL, what(task.order()));
  }

  /** What is to be approved. */
  static String what(ProvisioningOrder order) {
    return "an approver has to agree to the update of "
        + order.request().domain().unicode()
        + ", because of what it changes. Nothing of that is sent before";
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Update update = updates.get(order.id());
    Map<String, Object> decided =
        tables.decide(UpdateRisk.DECISION, UpdateRisk.of(update).inputs(order.request().account()));
    return Map.of(
        "lookAt",
        PlainText.of((String) decided.get("lookAt")),
        "changes",
        UpdateWords.changes(
            update, SectionStates.in(update.results(), SectionState.WANTED, SectionState.DONE)));
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("REFUSE")) {
      orders.recordFailure(
          order.id(),
          UpdateFailures.notApproved(
              order, decision.required("reason", "«Reason»"), updates.get(order.id())));
      return;
    }
    if (decision.login().equals(order.login())) {
      throw new InvalidRequestException(
          Status.FORBIDDEN,
          "You have placed this order, so somebody else has to approve it. Nothing is sent before.");
    }
    decision.set(DomainUpdateProcess.APPROVED, true);
  }
}
