package io.domainflow.process.changeofregistrant;

import io.domainflow.ispapi.command.ResendTransferMails;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import org.springframework.stereotype.Component;

/** Reminds the prior registrant by the registrar's mail, and plans the next reminder. */
@Component
class RemindPriorRegistrantWorker implements Worker.Repeatable<ResendTransferMails.Result> {

  private final ChangeWait wait;

  RemindPriorRegistrantWorker(ChangeWait wait) {
    this.wait = wait;
  }

  @Override
  public String topic() {
    return "remind-prior-registrant";
  }

  @Override
  public ResendTransferMails.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ensure(
        order.request().account(), new ResendTransferMails(order.request().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ResendTransferMails.Result sent) {
    return StepResult.done(wait.reminded(order));
  }

  // Confirmed or ended meanwhile: the next look shows it.
  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return StepResult.done(wait.reminded(order));
  }
}
