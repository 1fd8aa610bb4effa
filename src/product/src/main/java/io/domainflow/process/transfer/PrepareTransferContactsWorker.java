package io.domainflow.process.transfer;

import io.domainflow.order.OrderPart;
import io.domainflow.order.Orders;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.Refusal;
import io.domainflow.process.contacts.ContactPreparation;
import io.domainflow.process.contacts.ContactPreparation.RefusedContact;
import io.domainflow.process.worker.StepResult;
import io.domainflow.process.worker.Worker;
import io.domainflow.registrar.RegistrarGateway;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gets the registrar's handles for the contacts that go with the transfer. Most registries accept
 * none: then there is nothing to do.
 *
 * <ul>
 *   <li>{@code Err_TransferNotRequested}: the registrar does not accept a contact's data
 * </ul>
 */
@Component
class PrepareTransferContactsWorker implements Worker.Asking<Optional<RefusedContact>> {

  private final ContactPreparation contacts;
  private final TransferContent content;
  private final Orders orders;

  PrepareTransferContactsWorker(
      ContactPreparation contacts, TransferContent content, Orders orders) {
    this.contacts = contacts;
    this.content = content;
    this.orders = orders;
  }

  @Override
  public Optional<RefusedContact> ask(ProvisioningOrder order, RegistrarGateway registrar) {
    return content.contacts(order).isEmpty()
        ? Optional.empty()
        : contacts.prepare(order, registrar);
  }

  @Override
  public StepResult conclude(ProvisioningOrder order, Optional<RefusedContact> refused) {
    if (refused.isEmpty()) {
      return StepResult.done(Map.of());
    }
    orders.refused(
        order.id(),
        new Refusal(
            refused.get().roles().stream()
                .map(role -> OrderPart.valueOf(role.name()))
                .collect(Collectors.toSet()),
            refused.get().refusal().words()));
    return StepResult.error(DomainTransferProcess.ERROR_TRANSFER_NOT_REQUESTED);
  }
}
