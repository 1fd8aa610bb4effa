package io.domainflow.process.changeofregistrant;

import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.RegistrantChange.Withdrawal;
import io.domainflow.order.RegistrantChanges;
import io.domainflow.registrar.RefusalReason;
import io.domainflow.registrar.RegistrarFailure;
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

  private final RegistrantChanges changes;

  ChangeWithdrawal(RegistrantChanges changes) {
    this.changes = changes;
  }

  /** Asks for it; the next look tells whether it is gone, or was faster. */
  void ask(ProvisioningOrder order, Withdrawal why, RegistrarGateway registrar) {
    String account = order.request().account();
    try {
      ReadRegistrantChange.Result trade =
          registrar.ask(account, new ReadRegistrantChange(order.request().domain()));
      String ours = order.purchase().handles().get(ContactRole.REGISTRANT);
      if (trade.state().isOver()
          || (trade.newOwnerContact() != null && !trade.newOwnerContact().equalsIgnoreCase(ours))) {
        return;
      }
      send(order, why, registrar);
    } catch (Refused e) {
      if (!e.isFor(
          RefusalReason.NOT_FOUND,
          RefusalReason.OF_ANOTHER_ACCOUNT,
          RefusalReason.STATUS_PROHIBITS)) {
        throw e;
      }
    }
  }

  // Noted before it is sent: whoever looks while the answer is on its way, or lost, sees the end of
  // the change and has to know why. An earlier try may have been carried out: its note stays.
  private void send(ProvisioningOrder order, Withdrawal why, RegistrarGateway registrar) {
    boolean first = changes.withdrawn(order.id(), why);
    try {
      registrar.ensure(
          order.request().account(), new CancelRegistrantChange(order.request().domain()));
    } catch (RegistrarFailure e) {
      if (first && !e.mayBeDone()) {
        changes.notWithdrawn(order.id());
      }
      throw e;
    }
  }
}
