package io.domainflow.process.transferlock;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.StepVariables;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import org.springframework.stereotype.Component;

/**
 * Checks whether the transfer lock has the wanted setting.
 *
 * <ul>
 *   <li>{@code Err_DomainNotHere}: the name has left the account
 * </ul>
 */
@Component
class ReadBackTransferLockWorker implements Worker.Asking<ReadDomain.Result> {

  private final LockReading reading;

  ReadBackTransferLockWorker(LockReading reading) {
    this.reading = reading;
  }

  @Override
  public boolean outlivesItsOrder() {
    return true;
  }

  @Override
  public ReadDomain.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ask(order.content().account(), new ReadDomain(order.content().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ReadDomain.Result domain) {
    return StepResult.done(
        StepVariables.of(
            TransferLockProcess.LOCK_AS_WANTED, reading.note(order, domain).isAsWanted()));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return reading.gone(order, refusal);
  }
}
