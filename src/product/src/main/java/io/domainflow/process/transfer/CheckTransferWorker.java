package io.domainflow.process.transfer;

import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.StepVariables;
import io.domainflow.process.additionalfields.AdditionalFieldsQuestion;
import io.domainflow.process.transfer.TransferCheck.Result;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Checks whether the name can be transferred, again after each decision of a person. */
@Component
class CheckTransferWorker implements Worker.Asking<Result> {

  private final TransferCheck check;
  private final SetupPermission right;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final Transfers transfers;
  private final TransferWait wait;
  private final AdditionalFieldsQuestion additionalFields;
  private final TransferFailures failures;

  CheckTransferWorker(
      TransferCheck check,
      SetupPermission right,
      Orders orders,
      OrderPurchases purchases,
      Transfers transfers,
      TransferWait wait,
      AdditionalFieldsQuestion additionalFields,
      TransferFailures failures) {
    this.check = check;
    this.right = right;
    this.orders = orders;
    this.purchases = purchases;
    this.transfers = transfers;
    this.wait = wait;
    this.additionalFields = additionalFields;
    this.failures = failures;
  }

  @Override
  public Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return check.check(order, () -> right.has(order), registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Result found) {
    if (found instanceof Result.Blocked blocked) {
      return StepResult.done(
          new StepVariables()
              .and(blocked.obstacle().facts())
              .and(DomainTransferProcess.REQUEST_REFUSED, order.purchase().refusal() != null)
              .map());
    }
    // The order may have waited for its caller, who was faster than the end of the wait.
    orders.inProgress(order.id());
    StepVariables facts =
        new StepVariables()
            .and(DomainTransferProcess.REPAIRED, true)
            .and(DomainTransferProcess.UNDER_WAY, false)
            .and(DomainTransferProcess.PRICE_TO_APPROVE, false)
            .and(AdditionalFieldsQuestion.MISSING, false);
    if (found instanceof Result.Here) {
      facts.and(DomainTransferProcess.NEXT_STEP, "SETUP");
    } else if (found instanceof Result.Nowhere) {
      orders.recordFailure(order.id(), failures.nowhere(order.content().domain()));
      facts.and(DomainTransferProcess.NEXT_STEP, "NO_TRANSFER");
    } else if (found instanceof Result.NotHis) {
      orders.recordFailure(order.id(), TransferFailures.notHis(order.content().domain()));
      facts.and(DomainTransferProcess.NEXT_STEP, "NO_TRANSFER");
    } else if (found instanceof Result.UnderWay running) {
      takeOver(order, running, facts);
    } else {
      plan(order, (Result.Open) found, facts);
    }
    return StepResult.done(facts.map());
  }

  private void takeOver(ProvisioningOrder order, Result.UnderWay running, StepVariables facts) {
    transfers.planned(
        order.id(),
        Kind.REQUEST,
        null,
        null,
        running.losingRegistrar(),
        running.phase() == Phase.CONFIRMATION_MAIL,
        null);
    orders.awaitsRegistry(order.id(), true);
    facts.and(DomainTransferProcess.NEXT_STEP, "TRANSFER");
    facts.and(wait.begins(order, true, running.phase(), running.since()));
  }

  private void plan(ProvisioningOrder order, Result.Open open, StepVariables facts) {
    transfers.planned(
        order.id(),
        open.kind(),
        open.period(),
        open.priceClass(),
        open.losingRegistrar(),
        open.confirmedByMail(),
        open.pendingPeriod());
    purchases.quoted(order.id(), open.quote());
    facts.and(DomainTransferProcess.NEXT_STEP, "TRANSFER");
    facts.and(
        DomainTransferProcess.PRICE_TO_APPROVE, TransferCheck.isToApprove(order, open.quote()));
    facts.and(additionalFields.of(order));
  }
}
