package io.domainflow.process.restoration;

import io.domainflow.order.Failure;
import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Restorations;
import io.domainflow.process.StepVariables;
import io.domainflow.process.restoration.RestorationCheck.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Checks whether the name can be restored, and at what price. */
@Component
class CheckRestorationWorker implements Worker.Asking<Result> {

  private final RestorationCheck check;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final Restorations restorations;

  CheckRestorationWorker(
      RestorationCheck check, Orders orders, OrderPurchases purchases, Restorations restorations) {
    this.check = check;
    this.orders = orders;
    this.purchases = purchases;
    this.restorations = restorations;
  }

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return check.check(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result found) {
    if (found instanceof Result.Here) {
      return step("HERE", true, false);
    }
    if (found instanceof Result.Impossible impossible) {
      Failure failure = impossible.failure();
      orders.recordFailure(order.id(), failure);
      return step("NOTHING", false, false);
    }
    Result.Restorable restorable = (Result.Restorable) found;
    restorations.planned(order.id(), restorable.restoration());
    purchases.quoted(order.id(), restorable.quote());
    return step("RESTORE", false, !restorable.quote().isCoveredBy(order.content().acceptPrice()));
  }

  private static StepResult step(String step, boolean restored, boolean priceToApprove) {
    return StepResult.done(
        StepVariables.of(
            RestorationProcess.RESTORE_STEP,
            step,
            RestorationProcess.RESTORED,
            restored,
            RestorationProcess.PRICE_TO_APPROVE,
            priceToApprove));
  }
}
