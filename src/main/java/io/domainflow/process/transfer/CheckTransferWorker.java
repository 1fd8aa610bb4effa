package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.transfer.TransferCheck.Found;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Looks whether the name can be transferred, again after each answer of a person. */
@Component
class CheckTransferWorker implements Worker.Repeatable<Found> {

  private final TransferCheck check;

  CheckTransferWorker(TransferCheck check) {
    this.check = check;
  }

  @Override
  public String topic() {
    return "check-transfer";
  }

  @Override
  public Found ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return check.look(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Found found) {
    return StepResult.done(check.conclude(order, found));
  }
}
