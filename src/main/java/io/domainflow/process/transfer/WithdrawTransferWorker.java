package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfers;
import io.domainflow.process.RegistryNews;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CancelTransfer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks the registrar to withdraw the transfer. What it answers decides nothing: the next look tells
 * whether the transfer is gone, or was faster.
 */
@Component
class WithdrawTransferWorker implements Worker.Repeatable<CancelTransfer.Result> {

  private final Transfers transfers;
  private final RegistryNews news;

  WithdrawTransferWorker(Transfers transfers, RegistryNews news) {
    this.transfers = transfers;
    this.news = news;
  }

  @Override
  public String topic() {
    return "withdraw-transfer";
  }

  // Noted before it is sent: whoever looks while the answer is on its way, or lost, sees the end of
  // the transfer and has to know why. An earlier try may have been carried out: its note stays.
  @Override
  public CancelTransfer.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Optional<Instant> note = transfers.withdrawn(order.id());
    try {
      return registrar.ensure(
          order.request().account(), new CancelTransfer(order.request().domain()));
    } catch (RegistrarFailure e) {
      if (!e.mayBeDone()) {
        note.ifPresent(mine -> transfers.notWithdrawn(order.id(), mine));
      }
      throw e;
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, CancelTransfer.Result asked) {
    transfers.withdrawn(order.id());
    return look(order);
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return look(order);
  }

  private StepResult look(ProvisioningOrder order) {
    news.tell(order.processInstanceId());
    return StepResult.done(Map.of());
  }
}
