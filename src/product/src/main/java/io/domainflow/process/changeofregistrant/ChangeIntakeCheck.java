package io.domainflow.process.changeofregistrant;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.RegistrantChangeOrder;
import io.domainflow.order.content.RegistrantContext;
import io.domainflow.order.intake.OrderRejected;
import io.domainflow.order.progress.RegistrantChange.Before;
import io.domainflow.process.changeofregistrant.CurrentRegistrant.Result;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.tld.AdditionalFieldsForm;
import io.domainflow.tld.FieldContext;
import io.domainflow.tld.TldCatalogue;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Refuses, before it is accepted, an order that changes nothing, requests what the registry does
 * not offer, or lacks a strictly required field. The process checks what cannot be asked now.
 */
@Component
class ChangeIntakeCheck {

  private final ChangeRoute route;
  private final TldCatalogue tlds;
  private final RegistrarGateway registrar;

  ChangeIntakeCheck(ChangeRoute route, TldCatalogue tlds, @Lazy RegistrarGateway registrar) {
    this.route = route;
    this.tlds = tlds;
    this.registrar = registrar;
  }

  /**
   * Checks an order.
   *
   * @param strict whether to refuse an order that lacks an additional field
   * @throws OrderRejected if there is nothing to do, not in the requested way, or not without a
   *     question
   */
  void check(OrderContent order, boolean strict) {
    Optional<Result> found;
    try {
      found = CurrentRegistrant.find(order.domain(), registrar.reader(order.account()));
    } catch (RegistrarFailure e) {
      return;
    }
    if (found.isEmpty()) {
      return;
    }
    Before before = found.get().before(order);
    if (before.changedFields().isEmpty()) {
      throw rejected(
          "registrant",
          "NOTHING_CHANGED",
          "is the registrant that the name has: there is nothing to change");
    }
    if (order.as(RegistrantChangeOrder.class).options().mode()
            == RegistrantChangeMode.WAIT_WITHOUT_LOCK
        && !before.optOutPossible()) {
      throw rejected(
          "registrantChangeMode",
          "NOT_OFFERED",
          "is not possible: the registry (AFNIC) does not let the lock be opted out of");
    }
    if (strict) {
      refuseIncomplete(order, before);
    }
  }

  /** Checks the fields for the registrar's route, which the order alone does not determine. */
  private void refuseIncomplete(OrderContent order, Before before) {
    Optional<AdditionalFieldsForm> form = tlds.policyFor(order.domain()).orElseThrow().form();
    Optional<FieldContext> context =
        ChangeRoute.fieldsOf(route.decide(route.facts(order, before)))
            .map(way -> RegistrantContext.of(order, way));
    if (form.isEmpty() || context.isEmpty()) {
      return;
    }
    List<FieldProblem> missing =
        form.get()
            .missingProblems(
                form.get().taken(order.additionalFields(), context.get()), context.get());
    if (!missing.isEmpty()) {
      throw new OrderRejected(
          missing.stream().map(problem -> problem.within("additionalFields")).toList());
    }
  }

  private static OrderRejected rejected(String field, String code, String message) {
    return new OrderRejected(List.of(new FieldProblem(field, code, message)));
  }
}
