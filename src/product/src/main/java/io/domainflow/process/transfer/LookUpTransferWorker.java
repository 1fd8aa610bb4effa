package io.domainflow.process.transfer;

import io.domainflow.order.OrderPurchases;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.StepVariables;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.transfer.TransferStateReader.State;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Checks the state of a transfer at the registrar, and whether it has ended. */
@Component
class LookUpTransferWorker implements Worker.Asking<State> {

  private final TransferStateReader reader;
  private final Orders orders;
  private final OrderPurchases purchases;
  private final Transfers transfers;
  private final TransferWait wait;
  private final PaperWait paper;
  private final TransferFailures failures;

  LookUpTransferWorker(
      TransferStateReader reader,
      Orders orders,
      OrderPurchases purchases,
      Transfers transfers,
      TransferWait wait,
      PaperWait paper,
      TransferFailures failures) {
    this.reader = reader;
    this.orders = orders;
    this.purchases = purchases;
    this.transfers = transfers;
    this.wait = wait;
    this.paper = paper;
    this.failures = failures;
  }

  @Override
  public State ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return reader.read(
        order.content().domain(),
        transfers.get(order.id()),
        registrar.reader(order.content().account()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, State state) {
    if (state instanceof State.UnderWay running) {
      transfers.waitsFor(order.id(), running.phase(), running.since(), running.phaseEndsAt());
      return StepResult.done(wait.continues(running.phaseEndsAt()));
    }
    if (state instanceof State.Unclear) {
      return StepResult.done(wait.settles());
    }
    orders.awaitsRegistry(order.id(), false);
    orders.forgetAuthCode(order.id());
    orders.inProgress(order.id());
    return ended(
        state instanceof State.Arrived ? "ARRIVED" : notArrived(order, (State.Failed) state));
  }

  private String notArrived(ProvisioningOrder order, State.Failed failed) {
    // A transfer that does not succeed is not charged: the registrar refunds the fee.
    purchases.notBought(order.id());
    Transfer transfer = transfers.get(order.id());
    if (transfer.isWithdrawn()) {
      return "WITHDRAWN";
    }
    orders.recordFailure(
        order.id(),
        paper
            .refused(order)
            .filter(refused -> failures.namesTheRegistry(failed.reason()))
            .orElseGet(
                () ->
                    failures.of(
                        order.content().domain(),
                        transfer.kind(),
                        transfer.phase(),
                        failed.reason())));
    return "FAILED";
  }

  private static StepResult ended(String end) {
    return StepResult.done(
        StepVariables.of(
            DomainTransferProcess.UNDER_WAY, false, DomainTransferProcess.TRANSFER_END, end));
  }
}
