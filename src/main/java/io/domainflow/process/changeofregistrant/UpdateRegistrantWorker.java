package io.domainflow.process.changeofregistrant;

import io.domainflow.ispapi.command.Mutation;
import io.domainflow.ispapi.command.ReplaceContacts;
import io.domainflow.model.ContactRole;
import io.domainflow.order.Charged;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.tld.FormOperation;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Gives the name the new contact by a plain update, at most once. With some accounts the registrar
 * makes a change of registrant with mails of it, and says so nowhere else; the look that follows
 * notices.
 *
 * <ul>
 *   <li>{@code Err_ChangeNotSent}: the registrar refuses
 * </ul>
 */
@Component
class UpdateRegistrantWorker implements Worker.Changing<ReplaceContacts.Result> {

  private final Orders orders;
  private final ChangeWait wait;
  private final FieldsToSend fields;

  UpdateRegistrantWorker(Orders orders, ChangeWait wait, FieldsToSend fields) {
    this.orders = orders;
    this.wait = wait;
    this.fields = fields;
  }

  @Override
  public String topic() {
    return "update-registrant";
  }

  @Override
  public Mutation<ReplaceContacts.Result> prepare(ProvisioningOrder order) {
    return new ReplaceContacts(
        order.request().domain(),
        Map.of(ContactRole.REGISTRANT, order.purchase().handles().get(ContactRole.REGISTRANT)),
        fields.of(order.request(), FormOperation.UPDATE));
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ReplaceContacts.Result updated) {
    boolean extras = fields.costExtra(order.request(), FormOperation.UPDATE);
    orders.charged(order.id(), extras ? Charged.YES : Charged.NO);
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(wait.begins(order, updated.pending()));
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    orders.refused(order.id(), ChangeRefusals.of(refusal));
    return StepResult.error(ChangeOfRegistrantProcess.ERROR_CHANGE_NOT_SENT);
  }
}
