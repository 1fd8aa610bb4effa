package io.domainflow.process.changeofregistrant;

import io.domainflow.model.ContactRole;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.progress.RegistrantChange.Withdrawal;
import io.domainflow.order.progress.RegistrantChanges;
import io.domainflow.process.domain.WithdrawalNote;
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

  private final RegistrantChanges changes;

  ChangeWithdrawal(RegistrantChanges changes) {
    this.changes = changes;
  }

  /** Requests it; the next look shows whether the change is gone or was faster. */
  void ask(ProvisioningOrder order, RegistrarGateway registrar) {
    if (isRunning(order, registrar)) {
      send(order, registrar);
    }
  }

  /**
   * Asks for it because the caller wants it.
   *
   * @return whether there was anything to withdraw
   */
  boolean askForCaller(ProvisioningOrder order, RegistrarGateway registrar) {
    return isRunning(order, registrar)
        && WithdrawalNote.ask(
            () -> changes.withdrawn(order.id(), Withdrawal.CALLER),
            note -> changes.notWithdrawn(order.id(), note),
            () -> send(order, registrar));
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
      throwUnlessGone(e);
      return false;
    }
  }

  /** Whether it was there to be withdrawn. */
  private static boolean send(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      registrar.ensure(
          order.request().account(), new CancelRegistrantChange(order.request().domain()));
      return true;
    } catch (Refused e) {
      throwUnlessGone(e);
      return false;
    }
  }

  private static void throwUnlessGone(Refused refusal) {
    if (!refusal.isFor(
        RefusalReason.NOT_FOUND,
        RefusalReason.OF_ANOTHER_ACCOUNT,
        RefusalReason.STATUS_PROHIBITS)) {
      throw refusal;
    }
  }
}
