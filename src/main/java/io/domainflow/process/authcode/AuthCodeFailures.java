package io.domainflow.process.authcode;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;

/** Why there is no auth code. */
final class AuthCodeFailures {

  static final String UNCHANGED =
      " No auth code was issued, nothing was changed and nothing was bought.";

  private AuthCodeFailures() {}

  static Failure deleted(ProvisioningOrder order) {
    return new Failure(
        Reason.RESTORE_NEEDED,
        name(order) + " is deleted." + UNCHANGED + " Restore it first, then order again.",
        null);
  }

  static Failure notApproved(ProvisioningOrder order, String reason) {
    return new Failure(
        Reason.APPROVAL_REFUSED,
        "An approver refused to have the auth code of "
            + name(order)
            + " given out: «"
            + reason
            + "»."
            + UNCHANGED,
        null);
  }

  /** The registrar refused to open the lock, for no reason that is known to pass. */
  static Failure unlockRefused(ProvisioningOrder order, String words, int code) {
    return new Failure(
        Reason.REGISTRAR_REFUSED,
        "The registrar refused to open the transfer lock of "
            + name(order)
            + " («"
            + words
            + "»)."
            + UNCHANGED,
        code);
  }

  /** The registrar refused the code; a lock that was opened for it is set again. */
  static Failure codeRefused(ProvisioningOrder order, String words, int code) {
    return new Failure(
        Reason.REGISTRAR_REFUSED,
        "The registrar refused the auth code of "
            + name(order)
            + " («"
            + words
            + "»). No auth code was issued and nothing was bought. A transfer lock that was opened"
            + " for this order is set again.",
        code);
  }

  static Failure notMade(ProvisioningOrder order) {
    return new Failure(
        Reason.REGISTRY_REJECTED,
        "The registry has not made an auth code for "
            + name(order)
            + " in time. None was issued and nothing was bought. A transfer lock that was opened"
            + " for this order is set again. Order again later.",
        null);
  }

  private static String name(ProvisioningOrder order) {
    return order.request().domain().unicode();
  }
}
