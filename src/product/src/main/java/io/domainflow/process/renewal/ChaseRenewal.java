package io.domainflow.process.renewal;

import io.domainflow.order.Charged;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Renewal;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Chase renewal: it was paid for, and is not visible at the registrar. */
@Component
class ChaseRenewal implements UserTask {

  private final Orders orders;
  private final Renewals renewals;

  ChaseRenewal(Orders orders, Renewals renewals) {
    this.orders = orders;
    this.renewals = renewals;
  }

  @Override
  public String id() {
    return "Task_ChaseRenewal";
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(
        Code.RENEWAL_AT_REGISTRY,
        "the registrar has "
            + confirmed(task.order())
            + " the renewal of "
            + task.order().content().domain().unicode()
            + ", and does not show the later date; an operator asks the registrar");
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Renewal renewal = renewals.get(order.id());
    return Map.of(
        "boughtAt",
        PlainTime.of(renewal.boughtAt()),
        "period",
        renewal.period().words(),
        "expiry",
        PlainTime.of(renewal.expiresBefore()),
        "price",
        order.purchase().cost() == null ? "not stated" : order.purchase().cost().toString());
  }

  @Override
  public void decided(Decision decision) {
    ProvisioningOrder order = decision.order();
    if (decision.is("GIVE_UP")) {
      orders.awaitsRegistry(order.id(), false);
      orders.recordFailure(
          order.id(),
          new Failure(
              Reason.GIVEN_UP,
              "The registrar "
                  + confirmed(order)
                  + " the renewal of "
                  + order.content().domain().unicode()
                  + " and never showed the later date; somebody decided not to wait any longer."
                  + " Have the registrar renew the name, or give back what it has charged.",
              null));
    } else {
      renewals.keptWaiting(order.id());
    }
  }

  // A renewal that is only ordered is charged later.
  private static String confirmed(ProvisioningOrder order) {
    return order.charged() == Charged.NO ? "confirmed" : "confirmed and charged";
  }
}
