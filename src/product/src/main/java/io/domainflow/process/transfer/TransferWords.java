package io.domainflow.process.transfer;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.WaitingFor.Code;
import io.domainflow.order.WaitingFor.Who;
import io.domainflow.order.progress.Transfer;
import io.domainflow.order.progress.Transfer.Kind;
import io.domainflow.order.progress.Transfer.Phase;

/** Texts about the wait for a transfer, for people. */
final class TransferWords {

  private TransferWords() {}

  static Who who(Transfer transfer) {
    return transfer.phase() == Phase.CONFIRMATION_MAIL ? Who.REGISTRANT : Who.REGISTRAR;
  }

  static Code code(Transfer transfer) {
    return transfer.phase() == Phase.CONFIRMATION_MAIL
        ? Code.CONFIRMATION_MAIL
        : Code.TRANSFER_AT_REGISTRY;
  }

  static String what(ProvisioningOrder order, Transfer transfer) {
    String name = order.content().domain().unicode();
    if (transfer.phase() == Phase.CONFIRMATION_MAIL) {
      return "the registrant of "
          + name
          + " has to confirm the transfer by the mail that the registrar sent";
    }
    return transfer.kind() == Kind.USERTRANSFER
        ? name
            + " comes from another account at the registrar, which has time to object; only the"
            + " account changes, the registrant stays"
        : "the transfer of "
            + name
            + " is at the registry; the losing registrar has time to object";
  }
}
