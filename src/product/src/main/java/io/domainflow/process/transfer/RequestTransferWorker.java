package io.domainflow.process.transfer;

import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Quote;
import io.domainflow.order.Refusal;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfer.Phase;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.booking.ListedPrice;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.RequestTransfer;
import org.springframework.stereotype.Component;

/**
 * Asks the registrar for the transfer, at most once.
 *
 * <ul>
 *   <li>{@code Err_TransferNotRequested}: the registrar refuses, or the price is no longer the
 *       agreed one; nothing was bought
 * </ul>
 */
@Component
class RequestTransferWorker implements Worker.Changing<RequestTransfer.Result> {

  private final Orders orders;
  private final OrderPurchases purchases;
  private final Transfers transfers;
  private final TransferContent content;
  private final TransferWait wait;
  private final ListedPrice prices;
  private final TransferBlockers obstacles;

  RequestTransferWorker(
      Orders orders,
      OrderPurchases purchases,
      Transfers transfers,
      TransferContent content,
      TransferWait wait,
      ListedPrice prices,
      TransferBlockers obstacles) {
    this.orders = orders;
    this.purchases = purchases;
    this.transfers = transfers;
    this.content = content;
    this.wait = wait;
    this.prices = prices;
    this.obstacles = obstacles;
  }

  @Override
  public Mutation<RequestTransfer.Result> prepare(ProvisioningOrder order) {
    return content.of(order, transfers.get(order.id()));
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    Transfer planned = transfers.get(order.id());
    String priceClass = planned.priceClass();
    Quote quote = order.purchase().quote();
    if (quote == null && !TransferCheck.isLimited(order.content(), priceClass, planned.period())) {
      prices.read(order);
      return;
    }
    if (quote == null || !quote.isCoveredBy(order.content().acceptPrice())) {
      throw new NotToBeSent(notRequested());
    }
    Quote now =
        TransferCheck.quoteNow(
            order.content(), priceClass, registrar.reader(order.content().account()));
    if (now == null || !quote.hasPriceOf(now)) {
      throw new NotToBeSent(notRequested());
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, RequestTransfer.Result requested) {
    if (requested.betweenAccounts()) {
      transfers.isBetweenAccounts(order.id());
    }
    Transfer transfer = transfers.get(order.id());
    // A transfer between accounts may cost nothing, whatever was agreed to.
    Quote agreed = requested.betweenAccounts() ? null : order.purchase().quote();
    purchases.bought(
        order.id(), agreed == null ? prices.ofTransfer(order, transfer) : agreed.price());
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(
        wait.begins(
            order,
            requested.pending(),
            transfer.confirmedByMail() ? Phase.CONFIRMATION_MAIL : Phase.AT_REGISTRY,
            null));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    orders.refused(order.id(), new Refusal(obstacles.parts(refusal), refusal.words()));
    return notRequested();
  }

  private static StepResult notRequested() {
    return StepResult.error(DomainTransferProcess.ERROR_TRANSFER_NOT_REQUESTED);
  }
}
