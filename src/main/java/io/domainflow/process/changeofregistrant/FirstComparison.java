package io.domainflow.process.changeofregistrant;

import io.domainflow.account.RegistrantChangeMode;
import io.domainflow.model.FieldProblem;
import io.domainflow.order.OrderRejected;
import io.domainflow.order.OrderRequest;
import io.domainflow.order.RegistrantChange.Before;
import io.domainflow.process.changeofregistrant.PresentRegistrant.Found;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Refuses an order that changes nothing, or wishes what the registry does not offer, before it is
 * taken in. What cannot be asked now is found out by the process.
 */
@Component
class FirstComparison {

  private final PresentRegistrant present;
  private final RegistrarGateway registrar;

  FirstComparison(PresentRegistrant present, @Lazy RegistrarGateway registrar) {
    this.present = present;
    this.registrar = registrar;
  }

  /**
   * Looks.
   *
   * @throws OrderRejected if there is nothing to do, or not in the wished way
   */
  void check(OrderRequest order) {
    Optional<Found> found;
    try {
      found = present.look(order.account(), order.domain(), registrar);
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
    if (order.registrantChange().mode() == RegistrantChangeMode.WAIT_WITHOUT_LOCK
        && before.isAfnic()) {
      throw rejected(
          "registrantChangeMode",
          "NOT_OFFERED",
          "is not possible: the registry (AFNIC) does not let the lock be opted out of");
    }
  }

  private static OrderRejected rejected(String field, String code, String message) {
    return new OrderRejected(List.of(new FieldProblem(field, code, message)));
  }
}
