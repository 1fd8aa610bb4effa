package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Transfers;
import io.domainflow.process.NotedWithdrawal;
import io.domainflow.process.RegistryNews;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CancelTransfer;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks the registrar to withdraw the transfer. What it answers decides nothing: the next look tells
 * whether the transfer is gone, or was faster.
 */
@Component
class WithdrawTransferWorker implements Worker.Repeatable<Boolean> {

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

  @Override
  public Boolean ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return NotedWithdrawal.ask(
        () -> transfers.withdrawn(order.id()),
        note -> transfers.notWithdrawn(order.id(), note),
        () -> {
          registrar.ensure(order.request().account(), new CancelTransfer(order.request().domain()));
          return true;
        });
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Boolean asked) {
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
