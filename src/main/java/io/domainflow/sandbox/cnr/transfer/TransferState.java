package io.domainflow.sandbox.cnr.transfer;

import io.domainflow.sandbox.Basis;
import io.domainflow.sandbox.Behaviour;
import io.domainflow.sandbox.Platform;
import io.domainflow.sandbox.registry.Registrars;
import io.domainflow.sandbox.state.Profile;
import io.domainflow.sandbox.stored.name.Transfer;

/** What CentralNic Reseller calls the two sides of a transfer, and how far it is. */
@Behaviour(
    value =
        "CNR: a transfer is REQUESTED while its registrant has to confirm it, pending at the registry,"
            + " FOREIGN_PENDING for the side that loses the name, USERTRANSFER between two accounts",
    basis = Basis.DOCUMENTED,
    source = "CentralNic Reseller knowledge base, Transfer Response Changelog")
@Behaviour(
    value = "CNR: the status of a transfer that has ended badly is FAILED",
    basis = Basis.INFERRED,
    source = "WHMCS RRPproxy 1.7.0, which waits for it",
    profileB =
        "clientCancelled, clientRejected or serverCancelled, by who has ended it (CentralNic Reseller"
            + " knowledge base, Transfer Response Changelog)")
@Behaviour(
    value =
        "CNR: registrars of transfers are the login of an account of the platform, and the name of any"
            + " other registrar",
    basis = Basis.DOCUMENTED,
    source = "CentralNic Reseller knowledge base, Transfer Response Changelog")
final class TransferState {

  private TransferState() {}

  /** How far a transfer is, as one of its sides is told. */
  static String of(Transfer transfer, String account, Profile profile) {
    if (!transfer.running()) {
      boolean failed = transfer.status().equals("FAILED");
      return failed && profile == Profile.A ? transfer.status() : transfer.ending();
    }
    if (transfer.internal()) {
      return "USERTRANSFER";
    }
    if (account.equals(transfer.losing())) {
      return "FOREIGN_PENDING";
    }
    return transfer.status().equals("INITIATED") ? "REQUESTED" : "pending";
  }

  /** A side of a transfer; null is another registrar. */
  static String registrar(String account) {
    return account != null && Platform.of(account) == Platform.CNR
        ? Platform.login(account)
        : Registrars.of(account);
  }
}
