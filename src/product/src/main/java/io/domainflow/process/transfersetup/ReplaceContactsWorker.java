package io.domainflow.process.transfersetup;

import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.progress.TransferSetups;
import io.domainflow.process.additionalfields.FieldsToSend;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.CommandJournal;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.Mutation;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReplaceContacts;
import io.domainflow.tld.FormOperation;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets the contacts of the order on a name that arrived without usable ones. That changes the
 * registrant, so an operator has decided on it. The worker reads the name again first, and leaves
 * it unchanged if it has usable contacts by now.
 *
 * <ul>
 *   <li>{@code Err_ContactsRefused}: the registrar does not let the contacts be set this way
 * </ul>
 */
@Component
class ReplaceContactsWorker implements Worker.Changing<ReplaceContacts.Result> {

  private final TransferSetups setups;
  private final FieldsToSend fields;
  private final CommandJournal journal;

  ReplaceContactsWorker(TransferSetups setups, FieldsToSend fields, CommandJournal journal) {
    this.setups = setups;
    this.fields = fields;
    this.journal = journal;
  }

  @Override
  public Mutation<ReplaceContacts.Result> prepare(ProvisioningOrder order) {
    if (order.content().registrant() == null) {
      throw new IllegalStateException("the order has no registrant that the name could get");
    }
    Map<ContactRole, String> handles = new EnumMap<>(ContactRole.class);
    order
        .content()
        .contacts()
        .forEach((role, contact) -> handles.put(role, handle(order, role, contact)));
    // Extra services that cost money were ordered with the transfer, where the registrar accepts
    // them.
    return new ReplaceContacts(
        order.content().domain(),
        handles,
        fields.withoutExtras(order.content(), FormOperation.UPDATE));
  }

  private static @Nullable String handle(
      ProvisioningOrder order, ContactRole role, Contact contact) {
    return contact.isHandle() ? contact.handle() : order.purchase().handles().get(role);
  }

  @Override
  public void lookBeforeSending(ProvisioningOrder order, RegistrarGateway registrar) {
    OrderContent content = order.content();
    ReadDomain.Result domain = registrar.ask(content.account(), new ReadDomain(content.domain()));
    if (StartOfChange.refusal(order, setups.get(order.id())).isPresent()
        || UsableContacts.areThere(domain, registrar.reader(content.account()))) {
      throw new NotToBeSent(StepResult.done(Map.of()));
    }
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, ReplaceContacts.Result replaced) {
    setups.contactsReplaced(order.id());
    journal.sends(order.id());
    return StepResult.done(Map.of());
  }

  @Override
  public StepResult refused(ProvisioningOrder order, Refused refusal) {
    setups.contactsRefused(order.id(), refusal.words());
    return StepResult.error(TransferSetupProcess.ERROR_CONTACTS_REFUSED);
  }
}
