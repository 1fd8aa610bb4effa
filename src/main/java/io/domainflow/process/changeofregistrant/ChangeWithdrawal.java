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
import java.time.Instant;
import java.util.Optional;
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
  void ask(ProvisioningOrder order, RegistrarGateway registrar) {
    if (isRunning(order, registrar)) {
      send(order, registrar);
    }
  }

  /**
   * Asks for it because the caller wants it. Noted before it is sent: whoever looks while the
   * answer is on its way, or lost, sees the end of the change and has to know why. An earlier try
   * may have been carried out: its note stays.
   */
  void askForCaller(ProvisioningOrder order, RegistrarGateway registrar) {
    if (!isRunning(order, registrar)) {
      return;
    }
    Optional<Instant> note = changes.withdrawn(order.id(), Withdrawal.CALLER);
    try {
      send(order, registrar);
    } catch (RegistrarFailure e) {
      if (!e.mayBeDone()) {
        note.ifPresent(mine -> changes.notWithdrawn(order.id(), mine));
      }
      throw e;
    }
  }

  private static boolean isRunning(ProvisioningOrder order, RegistrarGateway registrar) {
    String ours = order.purchase().handles().get(ContactRole.REGISTRANT);
    try {
      ReadRegistrantChange.Result trade =
          registrar.ask(
              order.request().account(), new ReadRegistrantChange(order.request().domain()));
      return !trade.state().isOver()
          && (trade.newOwnerContact() == null || trade.newOwnerContact().equalsIgnoreCase(ours));
    } catch (Refused e) {
      return unlessGone(e);
    }
  }

  private static void send(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      registrar.ensure(
          order.request().account(), new CancelRegistrantChange(order.request().domain()));
    } catch (Refused e) {
      unlessGone(e);
    }
  }

  private static boolean unlessGone(Refused refusal) {
    if (!refusal.isFor(
        RefusalReason.NOT_FOUND,
        RefusalReason.OF_ANOTHER_ACCOUNT,
        RefusalReason.STATUS_PROHIBITS)) {
      throw refusal;
    }
    return false;
  }
}
