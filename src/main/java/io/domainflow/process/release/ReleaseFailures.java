package io.domainflow.process.release;

import io.domainflow.consent.DisputeHold;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.text.PlainTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a name was not given away. */
final class ReleaseFailures {

  private static final String UNCHANGED =
      " The domain is in this account as it was, and nothing was bought.";

  private ReleaseFailures() {}

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
        name(order)
            + " is deleted. Nothing was changed and nothing was bought. Restore it first, then"
            + " order again.",
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
  static Failure notPossibleYet(
      ProvisioningOrder order, List<String> obstacles, @Nullable Instant until) {
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
        "An approver refused to have " + name(order) + " given away: «" + reason + "»." + UNCHANGED,
        null);
  }

  static Failure refused(ProvisioningOrder order, String words, int code) {
    return new Failure(
        Reason.REGISTRAR_REFUSED,
        "The registrar refused to give "
            + name(order)
            + " away («"
            + words
            + "»)."
            + UNCHANGED
            + " Check the target and order again.",
        code);
  }

  static Failure kept(ProvisioningOrder order) {
    return new Failure(
        Reason.REGISTRY_REJECTED,
        "The registrar accepted to give "
            + name(order)
            + " away, but the domain is still in this account. Nothing was bought. Ask the"
            + " registrar before you order again.",
        null);
  }

  private static String name(ProvisioningOrder order) {
    return order.request().domain().unicode();
  }
}
