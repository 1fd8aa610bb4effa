package io.domainflow.process.authcode;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import java.util.Optional;

/** Words the failures of orders for an auth code. */
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

  /** The registrar refused the code. */
  static Failure codeRefused(ProvisioningOrder order, String words, int code) {
    return new Failure(
        Reason.REGISTRAR_REFUSED,
        "The registrar refused the auth code of "
            + name(order)
            + " («"
            + words
            + "»). No auth code was issued and nothing was bought.",
        code);
  }

  static Failure notMade(ProvisioningOrder order) {
    return new Failure(
        Reason.REGISTRY_REJECTED,
        "The registry has not made an auth code for "
            + name(order)
            + " in time. None was issued and nothing was bought. Order again later.",
        null);
  }

  /**
   * The code was issued, and did not reach the registrant.
   *
   * @param whyNot as a sentence
   */
  static Failure notDelivered(ProvisioningOrder order, String whyNot) {
    return new Failure(
        Reason.NOT_POSSIBLE_YET,
        whyNot
            + " So nobody has the auth code of "
            + name(order)
            + ", and it is no longer here. Nothing was bought. Order again for CALLER, or once the"
            + " registrant can be reached.",
        null);
  }

  /**
   * The same failure, and whether the transfer lock was set again.
   *
   * @param opened whether the order had opened it
   * @param refusal the registrar's words when it refused to set it again
   */
  static Failure withLock(Failure failure, boolean opened, Optional<String> refusal) {
    if (!opened) {
      return failure;
    }
    return new Failure(
        failure.reason(),
        failure.message()
            + refusal
                .map(
                    words ->
                        " The registrar refused to set the transfer lock again («"
                            + words
                            + "»): it is open, and the daily check tells as long as it is.")
                .orElse(" The transfer lock that was opened for this order is set again."),
        failure.registrarCode(),
        failure.until());
  }

  private static String name(ProvisioningOrder order) {
    return order.content().domain().unicode();
  }
}
