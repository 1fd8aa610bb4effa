package io.domainflow.process.additionalfields;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.FieldConsents;
import io.domainflow.order.KeptFields;
import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantContext;
import io.domainflow.process.CurrentLogin;
import io.domainflow.process.FieldContexts;
import io.domainflow.process.ProblemText;
import io.domainflow.process.ProcessOrders;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.stereotype.Component;

/**
 * Takes the additional fields that an operator filled in. The server refuses what the form refuses,
 * since a form can be gone around; the operator reads why and the task stays.
 */
@Component
class AdditionalFieldsSubmittedListener implements ExecutionListener {

  private final TldCatalogue tlds;
  private final Orders orders;
  private final KeptFields kept;
  private final FieldConsents consents;
  private final OrderEvents events;
  private final FieldContexts contexts;

  AdditionalFieldsSubmittedListener(
      TldCatalogue tlds,
      Orders orders,
      KeptFields kept,
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
  public void notify(DelegateExecution execution) {
    if (execution.isCanceled()) {
      return;
    }
    ProvisioningOrder order = ProcessOrders.of(execution.getProcessInstanceId(), orders);
    AdditionalFieldsForm form = tlds.policyOfOrdered(order.request().domain()).form().orElseThrow();
    FieldContext context = contexts.of(order);
    AdditionalFields taken = form.taken(order.request().additionalFields(), context);
    Map<String, Object> submitted =
        form.unmasked(submitted(execution, form.keys()), kept.shown(order, context));
    AdditionalFields fields = merge(taken, submitted, form, context);
    List<FieldProblem> problems = new ArrayList<>(form.check(fields, context));
    problems.addAll(form.missingProblems(fields, context));
    if (!problems.isEmpty()) {
      throw new InvalidRequestException(
          Status.BAD_REQUEST, ProblemText.of(problems, Optional.of(form)));
    }
    orders.replaceAdditionalFields(
        order.id(),
        ofOtherWays(order.request(), form, taken).with(form.withDefaults(fields, context)));
    CurrentLogin.inTheEngine()
        .ifPresent(
            login -> {
              events.note(
                  order.id(), Kind.TASK_COMPLETED, execution.getCurrentActivityName(), login);
              consents.note(orders.get(order.id()), order.request().additionalFields(), login);
            });
    orders.inProgress(order.id());
  }

  /** Values by form key; a field that was emptied is there with an empty value. */
  private static Map<String, Object> submitted(DelegateExecution execution, Set<String> keys) {
    Map<String, Object> values = new HashMap<>();
    keys.stream()
        .filter(execution::hasVariable)
        .forEach(key -> values.put(key, execution.getVariable(key)));
    return values;
  }

  /** What only another way takes stays, for the registrar may want that one yet. */
  private static AdditionalFields ofOtherWays(
      OrderRequest order, AdditionalFieldsForm form, AdditionalFields taken) {
    Map<String, String> others = new HashMap<>();
    RegistrantContext.possible(order)
        .forEach(way -> others.putAll(form.taken(order.additionalFields(), way).values()));
    others.keySet().removeAll(taken.values().keySet());
    return new AdditionalFields(others);
  }

  /** What the order brought stays, unless it was changed or the answers make it senseless. */
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
