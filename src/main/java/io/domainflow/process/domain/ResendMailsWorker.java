package io.domainflow.process.domain;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ResendTransferMails;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Has the registrar send again the mails in which somebody has to confirm a transfer or a change of
 * registrant; one mail too many harms nobody.
 */
@Component
class ResendMailsWorker implements Worker.Repeatable<ResendTransferMails.Result> {

  @Override
  public String topic() {
    return "resend-mails";
  }

  @Override
  public ResendTransferMails.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ensure(
        order.request().account(), new ResendTransferMails(order.request().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ResendTransferMails.Result sent) {
    return StepResult.done(Map.of());
  }

  // Confirmed or ended meanwhile: the next look shows it.
  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return StepResult.done(Map.of());
  }
}
