package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.Transfers;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.WithdrawalNote;
import io.domainflow.process.order.RegistryUpdateSignal;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CancelTransfer;
import org.springframework.stereotype.Component;

/**
 * Asks the registrar to withdraw the transfer. The answer does not decide how the transfer ends:
 * the next check shows whether it was withdrawn or had ended before. If nothing was withdrawn, the
 * operator is asked again.
 */
@Component
class WithdrawTransferWorker implements Worker.Asking<Boolean> {

  private final Transfers transfers;
  private final RegistryUpdateSignal news;

  WithdrawTransferWorker(Transfers transfers, RegistryUpdateSignal news) {
    this.transfers = transfers;
    this.news = news;
  }

  @Override
  public Boolean ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return WithdrawalNote.ask(
        () -> transfers.withdrawn(order.id()),
        note -> transfers.notWithdrawn(order.id(), note),
        () ->
            registrar
                .ensure(order.content().account(), new CancelTransfer(order.content().domain()))
                .cancelled());
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Boolean withdrawn) {
    return afterAttempt(order, !withdrawn);
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return afterAttempt(order, true);
  }

  private StepResult afterAttempt(ProvisioningOrder order, boolean refused) {
    news.tell(order.processInstanceId());
    return StepResult.done(StepVariables.of(DomainTransferProcess.WITHDRAWAL_REFUSED, refused));
  }
}
