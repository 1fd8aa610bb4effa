package io.domainflow.process.update;

import io.domainflow.model.Section;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.order.wanted.Operation;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/** Approve update: it changes what protects the name, and the policy wants somebody to look. */
@Component
class ApproveUpdate implements UserTask {

  private final Orders orders;
  private final Updates updates;
  private final UpdateRisks risks;
  private final DecisionTables tables;

  ApproveUpdate(Orders orders, Updates updates, UpdateRisks risks, DecisionTables tables) {
    this.orders = orders;
    this.updates = updates;
    this.risks = risks;
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
    ProvisioningOrder order = task.order();
    return task.waits(
        Who.APPROVER, Code.UPDATE_APPROVAL, what(order, decided(order, updates.get(order.id()))));
  }

  /**
   * What is to be approved.
   *
   * @param decided by UpdatePolicy.dmn
   */
  static String what(ProvisioningOrder order, Map<String, Object> decided) {
    return "an approver has to agree to "
        + (order.request().operation() == Operation.REVERT
            ? "the reversal of the update"
            : "the update")
        + " of "
        + order.request().domain().unicode()
        + ". Nothing of it is sent before. "
        + decided.get("lookAt").toString().replaceFirst("\\.$", "");
  }

  private Map<String, Object> decided(ProvisioningOrder order, Update update) {
    return tables.decide(
        UpdateRisk.DECISION, risks.of(order, update).inputs(order.request().account()));
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Update update = updates.get(order.id());
    Set<Section> changed =
        SectionStates.in(update.results(), SectionState.WANTED, SectionState.DONE);
    return Map.of(
        "lookAt",
        PlainText.of((String) decided(order, update).get("lookAt")),
        "changedSections",
        UpdateWords.names(changed),
        "changes",
        UpdateWords.changes(update, changed));
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
