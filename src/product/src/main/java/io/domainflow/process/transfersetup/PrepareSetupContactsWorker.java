package io.domainflow.process.transfersetup;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.TransferSetups;
import io.domainflow.process.contacts.ContactPreparation;
import io.domainflow.process.contacts.ContactPreparation.RefusedContact;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gets the registrar's handles for the contacts that the name will get.
 *
 * <ul>
 *   <li>{@code Err_ContactsRefused}: the registrar does not accept a contact's data
 * </ul>
 */
@Component
class PrepareSetupContactsWorker implements Worker.Asking<Optional<RefusedContact>> {

  private final ContactPreparation contacts;
  private final TransferSetups setups;

  PrepareSetupContactsWorker(ContactPreparation contacts, TransferSetups setups) {
    this.contacts = contacts;
    this.setups = setups;
  }

  @Override
  public Optional<RefusedContact> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return contacts.prepare(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<RefusedContact> refused) {
    if (refused.isEmpty()) {
      return StepResult.done(Map.of());
    }
    setups.contactsRefused(order.id(), refused.get().refusal().words());
    return StepResult.error(TransferSetupProcess.ERROR_CONTACTS_REFUSED);
  }
}
