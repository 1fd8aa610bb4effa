package io.domainflow.process.authcode;

import io.domainflow.consent.DisputeHold;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.text.PlainTime;
import java.time.Instant;
import java.util.List;

/** Why there is no auth code. */
final class AuthCodeFailures {

  private static final String UNCHANGED =
      " No auth code was issued, nothing was changed and nothing was bought.";

  private AuthCodeFailures() {}

  static Failure notRegisteredYet(ProvisioningOrder order) {
    return new Failure(
        Reason.NOT_REGISTERED,
        "The registry has not registered "
            + name(order)
            + " yet."
            + UNCHANGED
            + " Wait for the registry and order again.",
        null);
  }

  static Failure deleted(ProvisioningOrder order) {
    return new Failure(
        Reason.RESTORE_NEEDED,
        name(order) + " is deleted." + UNCHANGED + " Restore it first, then order again.",
        null);
  }

  static Failure disputed(ProvisioningOrder order, DisputeHold hold) {
    return new Failure(
        Reason.DISPUTE_HOLD,
        name(order)
            + " is the subject of a dispute ("
            + hold.kind()
            + ", "
            + hold.reference()
            + "); it does not leave until that is settled."
            + UNCHANGED
            + " Order again when the hold is lifted.",
        null);
  }

  /**
   * What stands in the way passes, or can be put out of it.
   *
   * @param obstacles sentences, each with its date where it has one
   * @param until the latest of the dates; null if there is none
   */
  static Failure notPossibleYet(ProvisioningOrder order, List<String> obstacles, Instant until) {
    return new Failure(
        Reason.NOT_POSSIBLE_YET,
        String.join(" ", obstacles)
            + UNCHANGED
            + (until == null ? "" : " Order again after " + PlainTime.of(until) + "."),
        null,
        until);
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
