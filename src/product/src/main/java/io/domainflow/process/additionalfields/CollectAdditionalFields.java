package io.domainflow.process.additionalfields;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.SavedAdditionalFields;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.order.intake.FieldConsents;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.OrderVariables;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.ProblemText;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Collect additional fields: the registry requires some that the order lacks. */
@Component
class CollectAdditionalFields implements UserTask {

  private static final String FROM_BEFORE =
      ". Some fields show what was kept with the name, maybe for another registrant: check each.";

  private final TldCatalogue tlds;
  private final Orders orders;
  private final SavedAdditionalFields kept;
  private final FieldConsents consents;
  private final OrderEvents events;
  private final FieldContexts contexts;

  CollectAdditionalFields(
      TldCatalogue tlds,
      Orders orders,
      SavedAdditionalFields kept,
      FieldConsents consents,
      OrderEvents events,
      FieldContexts contexts) {
    this.tlds = tlds;
    this.orders = orders;
    this.kept = kept;
    this.consents = consents;
    this.events = events;
    this.contexts = contexts;
  }

  @Override
  public String id() {
    return "Task_CollectAdditionalFields";
  }

  /**
   * If the order was entered in a start form, that operator gets the task: the person who started
   * it in Tasklist is asked next.
   */
  @Override
  public Waits waits(OpenTask task) {
    ProvisioningOrder order = task.order();
    if (Boolean.TRUE.equals(task.get(OrderVariables.ENTERED_IN_FORM))) {
      task.assignToCandidate(order.login());
    }
    return task.operator(
        Code.ADDITIONAL_FIELDS,
        AdditionalFieldsQuestion.what(
            order.content().domain(), task.get(AdditionalFieldsQuestion.MISSING_TEXT)));
  }

  /** The values that the order already has, and those stored with the name for any registrant. */
  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    AdditionalFieldsForm form = form(order);
    FieldContext context = contexts.of(order);
    AdditionalFields own = form.taken(order.content().additionalFields(), context);
    AdditionalFields shown = kept.shown(order, context);
    Map<String, Object> values = form.toForm(shown, context);
    // The text of what the order still lacks.
    String missing = form.missingText(own, context);
    values.put(
        AdditionalFieldsQuestion.MISSING_TEXT.name(),
        shown.equals(own) ? missing : (missing.isEmpty() ? "nothing" : missing) + FROM_BEFORE);
    return values;
  }

  /** Refuses what the form would refuse, because a form can be bypassed. */
  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    AdditionalFieldsForm form = form(order);
    FieldContext context = contexts.of(order);
    AdditionalFields taken = form.taken(order.content().additionalFields(), context);
    Map<String, Object> submitted =
        form.unmasked(submitted(decision, form.keys()), kept.shown(order, context));
    AdditionalFields fields = merge(taken, submitted, form, context);
    List<FieldProblem> problems = new ArrayList<>(form.check(fields, context));
    problems.addAll(form.missingProblems(fields, context));
    if (!problems.isEmpty()) {
      throw Decision.refused(ProblemText.of(problems, Optional.of(form)));
    }
    orders.replaceAdditionalFields(
        order.id(),
        ofOtherWays(order.content(), form, taken).with(form.withDefaults(fields, context)));
    CurrentLogin.inTheEngine()
        .ifPresent(
            login -> {
              events.note(order.id(), Kind.TASK_COMPLETED, decision.taskName(), login);
              consents.note(orders.get(order.id()), order.content().additionalFields(), login);
            });
    orders.inProgress(order.id());
  }

  private AdditionalFieldsForm form(ProvisioningOrder order) {
    return tlds.policyOfOrdered(order.content().domain()).form().orElseThrow();
  }

  /** Values by form key; a field that was emptied has an empty value. */
  private static Map<String, Object> submitted(Decision decision, Set<String> keys) {
    Map<String, Object> values = new HashMap<>();
    keys.stream().filter(decision::has).forEach(key -> values.put(key, decision.value(key)));
    return values;
  }

  /**
   * Keeps fields that only another route accepts, because the registrar may still require that
   * route.
   */
  private static AdditionalFields ofOtherWays(
      OrderContent order, AdditionalFieldsForm form, AdditionalFields taken) {
    Map<String, String> others = new HashMap<>();
    RegistrantContext.possible(order)
        .forEach(way -> others.putAll(form.taken(order.additionalFields(), way).values()));
    others.keySet().removeAll(taken.values().keySet());
    return new AdditionalFields(others);
  }

  /** Keeps the order's values, unless they were changed or the answers make them inapplicable. */
  private static AdditionalFields merge(
      AdditionalFields brought,
      Map<String, Object> submitted,
      AdditionalFieldsForm form,
      FieldContext context) {
    Map<String, String> before = new HashMap<>(brought.values());
    form.fields().stream()
        .filter(field -> submitted.containsKey(field.key()))
        .forEach(field -> before.remove(field.parameter()));
    return form.merge(new AdditionalFields(before), form.fromForm(submitted), context);
  }
}
