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
 * Withdraws the change of an order at the registrar, if it still runs there: neither an ended
 * change nor somebody else's is cancelled.
 */
@Component
class ChangeWithdrawal {

  private final RegistrantChanges changes;

  ChangeWithdrawal(RegistrantChanges changes) {
    this.changes = changes;
  }

  /**
   * Requests the withdrawal; the next check shows whether the change has ended or was carried out
   * first.
   */
  void ask(ProvisioningOrder order, RegistrarGateway registrar) {
    if (isRunning(order, registrar)) {
      send(order, registrar);
    }
  }

  /**
   * Requests the withdrawal for the recorded reason, or for the caller.
   *
   * @return whether the registrar has withdrawn the change
   */
  boolean askAsRecorded(ProvisioningOrder order, RegistrarGateway registrar) {
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
              order.content().account(), new ReadRegistrantChange(order.content().domain()));
      return !trade.state().isOver()
          && (trade.newOwnerContact() == null || trade.newOwnerContact().equalsIgnoreCase(ours));
    } catch (Refused e) {
      throwUnlessGone(e);
      return false;
    }
  }

  /** Sends the withdrawal, and returns whether it has withdrawn the change. */
  private static boolean send(ProvisioningOrder order, RegistrarGateway registrar) {
    try {
      return registrar
          .ensure(order.content().account(), new CancelRegistrantChange(order.content().domain()))
          .cancelled();
    } catch (Refused e) {
      throwUnlessGone(e);
      return false;
    }
  }

  private static void throwUnlessGone(Refused refusal) {
    if (!refusal.isFor(
        RefusalReason.NOT_FOUND,
        RefusalReason.NOT_OFFERED,
        RefusalReason.OF_ANOTHER_ACCOUNT,
        RefusalReason.STATUS_PROHIBITS)) {
      throw refusal;
    }
  }
}
