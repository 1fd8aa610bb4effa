package io.domainflow.process.changeofregistrant;

import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure.Refused;
import io.domainflow.registrar.RegistrarGateway;
import io.domainflow.registrar.command.CancelRegistrantChange;
import io.domainflow.registrar.command.ReadRegistrantChange;
import org.springframework.stereotype.Component;

/**
 * Withdraws the change of an order at the registrar, if it still runs there: what is gone is not
 * cancelled, and neither is somebody else's change.
 */
@Component
class ChangeWithdrawal {

  /** Asks for it; the next look tells whether it is gone, or was faster. */
  void ask(ProvisioningOrder order, RegistrarGateway registrar) {
    String account = order.request().account();
    try {
      ReadRegistrantChange.Result trade =
          registrar.ask(account, new ReadRegistrantChange(order.request().domain()));
      String ours = order.purchase().handles().get(ContactRole.REGISTRANT);
      if (trade.state().isOver()
          || (trade.newOwnerContact() != null && !trade.newOwnerContact().equalsIgnoreCase(ours))) {
        return;
      }
      registrar.ensure(account, new CancelRegistrantChange(order.request().domain()));
    } catch (Refused e) {
      if (!e.isFor(
          RefusalReason.NOT_FOUND,
          RefusalReason.OF_ANOTHER_ACCOUNT,
          RefusalReason.STATUS_PROHIBITS)) {
        throw e;
      }
    }
  }
}
