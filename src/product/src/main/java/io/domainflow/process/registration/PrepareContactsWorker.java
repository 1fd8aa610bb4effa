package io.domainflow.process.registration;

import io.domainflow.order.OrderPart;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.contacts.ContactPreparation;
import io.domainflow.process.contacts.ContactPreparation.RefusedContact;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gets the registrar's handles for the contacts of the order.
 *
 * <ul>
 *   <li>{@code Err_RegistrationRefused}: the registrar does not accept a contact's data
 * </ul>
 */
@Component
class PrepareContactsWorker implements Worker.Asking<Optional<RefusedContact>> {

  private final ContactPreparation contacts;
  private final RegistrationRefusals refusals;

  PrepareContactsWorker(ContactPreparation contacts, RegistrationRefusals refusals) {
    this.contacts = contacts;
    this.refusals = refusals;
  }

  @Override
  public Optional<RefusedContact> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return contacts.prepare(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<RefusedContact> refused) {
    return refused
        .map(contact -> refusedContact(order, contact))
        .orElseGet(() -> StepResult.done(Map.of()));
  }

  private StepResult refusedContact(ProvisioningOrder order, RefusedContact contact) {
    Refused refusal = contact.refusal();
    return refusals.toCorrect(
        order,
        refusal.code(),
        refusal.words(),
        contact.roles().stream()
            .map(role -> OrderPart.valueOf(role.name()))
            .collect(Collectors.toSet()));
  }
}
