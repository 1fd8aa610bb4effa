package io.domainflow.process.renewal;

import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.order.progress.Renewals;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.DomainReadings;
import io.domainflow.process.renewal.RenewalCheck.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Checks what can be done for the name, again after each decision of a person or answer of the
 * registrar.
 */
@Component
class CheckRenewalWorker implements Worker.Asking<Result> {

  private final RenewalCheck check;
  private final RenewalBackground known;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final Renewals renewals;
  private final DomainReadings readings;
  private final Clock clock;

  CheckRenewalWorker(
      RenewalCheck check,
      RenewalBackground known,
      Orders orders,
      OrderPurchases purchases,
      Renewals renewals,
      DomainReadings readings,
      Clock clock) {
    this.check = check;
    this.known = known;
    this.orders = orders;
    this.purchases = purchases;
    this.renewals = renewals;
    this.readings = readings;
    this.clock = clock;
  }

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return check.check(order, known.of(order), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result found) {
    orders.inProgress(order.id());
    if (found instanceof Result.Renewable renewable) {
      return renew(order, renewable);
    }
    if (found instanceof Result.Impossible impossible) {
      orders.recordFailure(order.id(), impossible.failure());
      return next("NOTHING");
    }
    if (found instanceof Result.Back back) {
      readings.store(order, back.domain());
      orders.recordOutcome(order.id(), RenewalOutcome.of(order, back.domain(), clock.instant()));
      return next("DONE");
    }
    if (found instanceof Result.Blocked blocked) {
      readings.store(order, blocked.domain());
      orders.refused(order.id(), new Refusal(Set.of(), blocked.words()));
      return next("CORRECT");
    }
    return next("RESTORE");
  }

  private StepResult renew(ProvisioningOrder order, Result.Renewable renewable) {
    readings.store(order, renewable.domain());
    renewals.planned(order.id(), renewable.renewal());
    purchases.quoted(order.id(), renewable.quote());
    return StepResult.done(
        StepVariables.of(
            DomainRenewalProcess.NEXT_STEP,
            "RENEW",
            DomainRenewalProcess.PRICE_TO_APPROVE,
            renewable.priceToApprove()));
  }

  private static StepResult next(String step) {
    return StepResult.done(StepVariables.of(DomainRenewalProcess.NEXT_STEP, step));
  }
}
