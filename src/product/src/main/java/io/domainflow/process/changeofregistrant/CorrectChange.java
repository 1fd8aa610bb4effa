package io.domainflow.process.changeofregistrant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.domainflow.model.Contact;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.intake.OrderInput;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.CallerInstructions;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.ProblemText;
import io.domainflow.tld.TldCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Correct change: another change of registrant blocks this one, or the registrar refuses it.
 * Corrected data of the new registrant is checked like that of a new order, and leaves the process
 * here.
 */
@Component
class CorrectChange implements UserTask {

  static final String OTHER_CHANGE = "another change of registrant is under way at the registrar";

  private final Orders orders;
  private final OrderInput input;
  private final RegistrantChanges changes;
  private final TldCatalogue tlds;
  private final ObjectMapper json;

  CorrectChange(
      Orders orders,
      @Lazy OrderInput input,
      RegistrantChanges changes,
      TldCatalogue tlds,
      ObjectMapper json) {
    this.orders = orders;
    this.input = input;
    this.changes = changes;
    this.tlds = tlds;
    this.json = json;
  }

  @Override
  public String id() {
    return "Task_CorrectChange";
  }

  @Override
  public Waits waits(OpenTask task) {
    ProvisioningOrder order = task.order();
    return task.operator(
        otherChangeRuns(order) ? Code.CHANGE_PENDING : Code.REGISTRAR_REFUSED,
        what(order, problem(order)));
  }

  /** What prevents the change, and what to do. */
  static String what(ProvisioningOrder order, String problem) {
    return "the registrant of "
        + order.content().domain().unicode()
        + " cannot be changed yet: "
        + problem
        + ". Nothing was changed. Give corrected values as input"
        + CallerInstructions.orAnOperator("decides");
  }

  static String problem(ProvisioningOrder order) {
    return otherChangeRuns(order)
        ? OTHER_CHANGE
        : refused(order.purchase().refusalOrThrow().words());
  }

  private static boolean otherChangeRuns(ProvisioningOrder order) {
    return order.purchase().refusal() == null;
  }

  static String refused(String words) {
    return "the registrar refuses it: «" + words + "»";
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("problem", StringUtils.capitalize(PlainText.of(problem(order))) + ".");
    shown.put("otherChangeRuns", otherChangeRuns(order));
    shown.put("differences", ChangeWords.differences(order, changes.get(order.id())));
    shown.put(
        "hasAdditionalFields", tlds.policyOfOrdered(order.content().domain()).form().isPresent());
    Contact registrant = order.content().registrantOrThrow();
    NewRegistrantForm.FIELDS.forEach(
        (key, field) -> shown.put(key, RegistrantComparison.shown(registrant, field)));
    return shown;
  }

  @Override
  public void decided(Decision decision) {
    if (decision.is("CANCEL_PENDING") && !otherChangeRuns(decision.order())) {
      throw Decision.refused(
          "No other change of registrant is under way that could be cancelled. Correct this one, or"
              + " give up. Nothing was sent.");
    }
    if (decision.is("RETRY")) {
      revise(decision);
    }
    orders.refused(decision.order().id(), null);
  }

  private void revise(Decision decision) {
    ProvisioningOrder order = decision.order();
    ObjectNode corrections = json.createObjectNode();
    if (!NewRegistrantForm.correct(
        decision::value,
        order.content().registrantOrThrow(),
        corrections.putObject("registrant"))) {
      return;
    }
    try {
      input.revise(order, corrections, decision.login());
    } catch (OrderRejected e) {
      throw Decision.refused(
          ProblemText.of(asTheFormSays(e.problems()), Optional.empty()) + e.andMore());
    }
  }

  private static List<FieldProblem> asTheFormSays(List<FieldProblem> problems) {
    return problems.stream()
        .map(
            problem ->
                new FieldProblem(
                    problem.field().replaceFirst("^registrant", "newRegistrant"),
                    problem.code(),
                    problem.message()))
        .toList();
  }
}
