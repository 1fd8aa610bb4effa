package io.domainflow.process.update;

import io.domainflow.model.ContactRole;
import io.domainflow.model.Section;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.UpdateOrder;
import io.domainflow.order.progress.SectionState;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.contacts.ContactPreparation;
import io.domainflow.process.contacts.ContactPreparation.RefusedContact;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gets the registrar's handles for the wanted contacts of the name. A handle that other names use
 * is never changed: different data get a different handle. A contact that the registrar does not
 * accept does not delay other sections.
 */
@Component
class PrepareUpdateContactsWorker implements Worker.Asking<List<RefusedContact>> {

  private final ContactPreparation contacts;
  private final Orders orders;
  private final Updates updates;

  PrepareUpdateContactsWorker(ContactPreparation contacts, Orders orders, Updates updates) {
    this.contacts = contacts;
    this.orders = orders;
    this.updates = updates;
  }

  @Override
  public List<RefusedContact> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    Set<Section> open = SectionStates.in(updates.get(order.id()).results(), SectionState.WANTED);
    Set<ContactRole> wanted =
        order.content().as(UpdateOrder.class).contacts().keySet().stream()
            .filter(role -> open.contains(Section.of(role)))
            .collect(Collectors.toSet());
    return contacts.prepareEach(order, wanted, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, List<RefusedContact> refused) {
    refused.forEach(contact -> note(order, contact));
    // From here on something may be changed at the registrar; ending in between would lose track of
    // that change.
    orders.awaitsRegistry(order.id(), true);
    return StepResult.done(Map.of());
  }

  private void note(ProvisioningOrder order, RefusedContact refused) {
    refused.roles().stream()
        .map(Section::of)
        .distinct()
        .forEach(
            section ->
                updates.conclude(
                    order.id(),
                    section,
                    SectionState.WANTED,
                    UpdateWords.refused(section, refused.roles(), refused.refusal())));
  }
}
