package io.domainflow.process.transferlock;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.TransferLock;
import io.domainflow.process.StepVariables;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ReadDomain;
import org.springframework.stereotype.Component;

/**
 * Checks whether the lock after a change of registrant has ended: another change restarts it.
 *
 * <ul>
 *   <li>{@code Err_DomainNotHere}: the name has left the account
 * </ul>
 */
@Component
class ReadTransferLockWorker implements Worker.Asking<ReadDomain.Result> {

  private final LockReading reading;

  ReadTransferLockWorker(LockReading reading) {
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
    TransferLock lock = reading.note(order, domain);
    return reading.isToCome(lock.endsAt())
        ? StepResult.done(
            StepVariables.of(
                TransferLockProcess.LOCK_OVER,
                false,
                TransferLockProcess.NEXT_LOOK_AT,
                reading.nextLook(lock)))
        : StepResult.done(StepVariables.of(TransferLockProcess.LOCK_OVER, true));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return reading.gone(order, refusal);
  }
}
