package io.domainflow.process.domain;

import io.domainflow.order.OrderEvent.Kind;
import io.domainflow.order.OrderEvents;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.ResendTransferMails;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks the registrar to resend the mails in which somebody has to confirm a transfer or a change of
 * registrant; one mail too many does no harm. Its answer is in the timeline of the order, because
 * the order itself waits as before.
 */
@Component
class ResendMailsWorker implements Worker.Asking<ResendTransferMails.Result> {

  private final OrderEvents events;

  ResendMailsWorker(OrderEvents events) {
    this.events = events;
  }

  @Override
  public ResendTransferMails.Result ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return registrar.ensure(
        order.content().account(), new ResendTransferMails(order.content().domain()));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ResendTransferMails.Result sent) {
    events.note(order.id(), Kind.MAILS_SENT_AGAIN, null, null);
    return StepResult.done(Map.of());
  }

  // Confirmed or ended meanwhile: the next check shows it.
  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    events.note(order.id(), Kind.RESEND_REFUSED, refusal.words(), null);
    return StepResult.done(Map.of());
  }
}
