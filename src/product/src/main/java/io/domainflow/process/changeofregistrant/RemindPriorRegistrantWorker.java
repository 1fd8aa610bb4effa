package io.domainflow.process.changeofregistrant;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.paperwork.PaperWait;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ResendTransferMails;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reminds the prior registrant by the registrar's mail, and plans the next reminder. Where the
 * registry requires a form, no mail was sent, so none can be sent again.
 */
@Component
class RemindPriorRegistrantWorker implements Worker.Asking<Optional<ResendTransferMails.Result>> {

  private final ChangeWait wait;
  private final PaperWait paper;

  RemindPriorRegistrantWorker(ChangeWait wait, PaperWait paper) {
    this.wait = wait;
    this.paper = paper;
  }

  @Override
  public Optional<ResendTransferMails.Result> ask(
      ProvisioningOrder order, RegistrarGateway registrar) {
    return paper.isForForm(order)
        ? Optional.empty()
        : Optional.of(
            registrar.ensure(
                order.content().account(), new ResendTransferMails(order.content().domain())));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<ResendTransferMails.Result> sent) {
    return StepResult.done(sent.isPresent() ? wait.reminded(order) : ChangeWait.noReminders());
  }

  // Confirmed or ended meanwhile: the next look shows it.
  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    return StepResult.done(wait.reminded(order));
  }
}
