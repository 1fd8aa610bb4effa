package io.domainflow.process.changeofregistrant;

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
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gets the registrar's handle for the new registrant. The name always gets a separate handle:
 * changing the data behind the present one would change the registrant of every name that uses it.
 *
 * <ul>
 *   <li>{@code Err_ChangeNotSent}: the registrar does not accept the data
 * </ul>
 */
@Component
class PrepareNewRegistrantWorker implements Worker.Asking<Optional<RefusedContact>> {

  private final ContactPreparation contacts;
  private final Orders orders;

  PrepareNewRegistrantWorker(ContactPreparation contacts, Orders orders) {
    this.contacts = contacts;
    this.orders = orders;
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
    orders.refused(
        order.id(), new Refusal(Set.of(OrderPart.REGISTRANT), refused.get().refusal().words()));
    return StepResult.error(ChangeOfRegistrantProcess.ERROR_CHANGE_NOT_SENT);
  }
}
