package io.domainflow.process.renewal;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.progress.Renewal;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.task.Decision;
import io.domainflow.process.task.OpenTask;
import io.domainflow.process.task.PriceDecision;
import io.domainflow.process.task.UserTask;
import io.domainflow.process.task.Waits;
import io.domainflow.process.text.PlainText;
import io.domainflow.process.text.PlainTime;
import io.domainflow.process.text.PriceWords;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Approve renewal price: nothing is bought before somebody agrees to the price. */
@Component
class ApproveRenewalPrice implements UserTask {

  private final Renewals renewals;
  private final PriceDecision price;
  private final Clock clock;

  ApproveRenewalPrice(Renewals renewals, PriceDecision price, Clock clock) {
    this.renewals = renewals;
    this.price = price;
    this.clock = clock;
  }

  @Override
  public String id() {
    return DomainRenewalProcess.TASK_APPROVE_RENEWAL_PRICE;
  }

  @Override
  public Waits waits(OpenTask task) {
    return task.operator(Code.PRICE, PriceWords.toAgreeTo(task.order()));
  }

  @Override
  public Map<String, Object> shows(ProvisioningOrder order) {
    Renewal renewal = renewals.get(order.id());
    boolean over = renewal.expiresBefore().isBefore(clock.instant());
    return Map.of(
        "price",
        order.purchase().quoteOrThrow().price().toString(),
        "priceClass",
        PlainText.of(order.purchase().quoteOrThrow().priceClass()),
        "period",
        renewal.period().words(),
        "expiry",
        PlainTime.of(renewal.expiresBefore()) + (over ? " (over)" : ""),
        "renewableUntil",
        renewal.renewableUntil() == null ? "not stated" : PlainTime.of(renewal.renewableUntil()),
        "acceptedPrice",
        RenewalWords.accepted(order),
        "paid",
        RenewalWords.paid(order));
  }

  @Override
  public void decided(Decision decision) {
    price.take(decision);
  }
}
