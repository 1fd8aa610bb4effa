package io.domainflow.process.update;

import io.domainflow.model.Section;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.content.Operation;
import io.domainflow.order.progress.OrderPreparers;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.Decided;
import io.domainflow.process.DecisionTables;
import io.domainflow.process.domain.OwnerSigns;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * Approve update: the update changes what protects the name, and the policy requires an approval.
 */
@Component
class ApproveUpdate implements UserTask {

  private final Orders orders;
  private final OrderPreparers preparers;
  private final Updates updates;
  private final UpdateRisks risks;
  private final DecisionTables tables;
  private final AgreedValues agreed;
  private final OwnerSigns owners;

  ApproveUpdate(
      Orders orders,
      OrderPreparers preparers,
      Updates updates,
      UpdateRisks risks,
      DecisionTables tables,
      AgreedValues agreed,
      OwnerSigns owners) {
    this.orders = orders;
    this.preparers = preparers;
    this.updates = updates;
    this.risks = risks;
    this.tables = tables;
    this.agreed = agreed;
    this.owners = owners;
  }

  /** Whether the result of UpdatePolicy.dmn requires an approval. */
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
   * What the approver has to approve.
   *
   * @param decided the result of UpdatePolicy.dmn
   */
  static String what(ProvisioningOrder order, Map<String, Object> decided) {
    return "an approver has to agree to "
        + (order.content().operation() == Operation.REVERT
            ? "the reversal of the update"
            : "the update")
        + " of "
        + order.content().domain().unicode()
        + ". Nothing of it is sent before. "
        + Decided.text(decided, "lookAt").replaceFirst("\\.$", "");
  }

  private Map<String, Object> decided(ProvisioningOrder order, Update update) {
    return tables.decide(
        UpdateRisk.DECISION, risks.of(order, update).inputs(order.content().account()));
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Update update = updates.get(order.id());
    Set<Section> changed = SectionStates.in(update.results(), SectionState.WANTED);
    return Map.of(
        "approvalRefused",
        CurrentLogin.inTheEngine().flatMap(login -> refusal(order, login)).orElse(""),
        "sentSoFar",
        sentSoFar(update),
        "lookAt",
        PlainText.of((String) decided(order, update).get("lookAt")),
        "changedSections",
        UpdateWords.names(changed),
        "changes",
        UpdateWords.changes(update, changed));
  }

  // The task appears again when a correction has changed what was approved.
  private static String sentSoFar(Update update) {
    Set<Section> done = SectionStates.in(update.results(), SectionState.DONE);
    return done.isEmpty()
        ? "Nothing has been sent."
        : "Changed already, and kept: " + UpdateWords.names(done) + ".";
  }

  /** Why this person may not approve; empty if they may. */
  private Optional<String> refusal(ProvisioningOrder order, String login) {
    if (login.equals(order.login())) {
      return Optional.of(
          "You placed this order, so somebody else has to approve it. Nothing is sent before.");
    }
    return preparers.of(order.id()).contains(login)
        ? Optional.of(
            "You took part in this order, in an earlier task or with input, so somebody else has to"
                + " approve it. Nothing is sent before.")
        : owners.refusal(order, login);
  }

  /** An approver may approve again after somebody else has corrected the order. */
  @Override
  public boolean isHandInOrder(Decision decision) {
    return false;
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
    refusal(order, decision.login())
        .ifPresent(
            why -> {
              throw new InvalidRequestException(Status.FORBIDDEN, why);
            });
    agreed.approved(order, decision.login());
  }
}
