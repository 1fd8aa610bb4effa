package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Renewal;
import io.domainflow.order.Renewals;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows a renewal that was paid for and does not show at the registrar. */
@Component
class ChaseRenewalFacts implements TaskFacts {

  private final Renewals renewals;

  ChaseRenewalFacts(Renewals renewals) {
    this.renewals = renewals;
  }

  @Override
  public String task() {
    return DomainRenewalProcess.TASK_CHASE_RENEWAL;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Renewal renewal = renewals.get(order.id());
    return Map.of(
        "boughtAt",
        PlainTime.of(renewal.boughtAt()),
        "period",
        renewal.period().toString(),
        "expiry",
        PlainTime.of(renewal.expiresBefore()),
        "price",
        order.purchase().cost() == null ? "not stated" : order.purchase().cost().toString());
  }
}
