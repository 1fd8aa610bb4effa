package io.domainflow.process.suspension;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.domain.Disputed;

/** Words the failures of suspensions, reactivations and cancellations. */
final class SuspensionFailures {

  private static final String UNCHANGED = " Nothing was changed and nothing was bought.";

  private SuspensionFailures() {}

  static Failure disputed(ProvisioningOrder order) {
    return Disputed.failure(
        order, " This order changes nothing from now on, and nothing was bought.");
  }

  static Failure notSuspended(ProvisioningOrder order) {
    return new Failure(
        Reason.NOT_SUSPENDED,
        name(order)
            + " is neither suspended nor cancelled here, or has been registered or transferred"
            + " again since, so there is nothing to undo."
            + UNCHANGED,
        null);
  }

  static Failure wouldRenew(ProvisioningOrder order) {
    return new Failure(
        Reason.EXPIRED,
        "The day on which the registrar charges for the next period of "
            + name(order)
            + " is over, and its renewal mode before would renew it at once."
            + UNCHANGED
            + " Order a RENEW while the registrar has not deleted it, and the UNSUSPEND after that.",
        null);
  }

  static Failure notRegisteredYet(ProvisioningOrder order) {
    return new Failure(
        Reason.NOT_REGISTERED,
        "The registry has not registered "
            + name(order)
            + " yet."
            + UNCHANGED
            + " Wait for the registry and order again, or cancel the registration.",
        null);
  }

  static Failure givenUp(ProvisioningOrder order) {
    return new Failure(
        Reason.REGISTRAR_REFUSED,
        "The registrar refused the "
            + order.content().operation().words()
            + " of "
            + name(order)
            + " ("
            + "«"
            + order.purchase().refusalOrThrow().words()
            + "»), and somebody decided not to continue."
            + " Nothing was bought. What was done before stays: check the name's renewal"
            + " mode before its period ends.",
        null);
  }

  private static String name(ProvisioningOrder order) {
    return order.content().domain().unicode();
  }
}
