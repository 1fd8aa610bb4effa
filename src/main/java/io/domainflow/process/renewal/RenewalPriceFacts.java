package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Renewal;
import io.domainflow.order.Renewals;
import io.domainflow.process.PlainText;
import io.domainflow.process.PlainTime;
import io.domainflow.process.TaskFacts;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the price of a renewal that is to be decided on. */
@Component
class RenewalPriceFacts implements TaskFacts {

  private final Renewals renewals;
  private final Clock clock;

  RenewalPriceFacts(Renewals renewals, Clock clock) {
    this.renewals = renewals;
    this.clock = clock;
  }

  @Override
  public String task() {
    return DomainRenewalProcess.TASK_APPROVE_RENEWAL_PRICE;
  }

  @Override
  public Map<String, Object> of(ProvisioningOrder order) {
    Renewal renewal = renewals.get(order.id());
    boolean over = renewal.expiresBefore().isBefore(clock.instant());
    return Map.of(
        "price",
        order.purchase().quote().price().toString(),
        "priceClass",
        PlainText.of(order.purchase().quote().priceClass()),
        "period",
        renewal.period().toString(),
        "expiry",
        PlainTime.of(renewal.expiresBefore()) + (over ? " (over)" : ""),
        "renewableUntil",
        renewal.renewableUntil() == null ? "not stated" : PlainTime.of(renewal.renewableUntil()),
        "acceptedPrice",
        RenewalWords.accepted(order),
        "paid",
        RenewalWords.paid(order));
  }
}
