package io.domainflow.process.changeofregistrant;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.domain.Disputed;

/** The failures of a change of registrant, worded for its caller. */
final class ChangeFailures {

  private static final String UNCHANGED = " Nothing was changed, and nothing was bought.";

  private static final String SERVICE_MAY_BE_CHARGED =
      " The additional service that was bought with the update may still be charged: see the"
          + " bookings of the account.";

  private ChangeFailures() {}

  static Failure notHere(ProvisioningOrder order, int code) {
    return new Failure(
        Reason.NOT_REGISTERED,
        name(order)
            + " is not in this account, so its registrant cannot be changed here."
            + UNCHANGED
            + " Check the name and the account, or order its transfer first.",
        code);
  }

  static Failure disputed(ProvisioningOrder order) {
    return Disputed.failure(order, UNCHANGED);
  }

  /**
   * The change was already under way.
   *
   * @param serviceBought whether the order has bought an additional service by an update
   */
  static Failure disputedMeanwhile(ProvisioningOrder order, boolean serviceBought) {
    return Disputed.failure(
        order,
        " The change of its registrant that was under way was withdrawn at the registrar, unless it"
            + " had ended there already."
            + sameAsBefore(serviceBought));
  }

  static Failure expired(ProvisioningOrder order) {
    return new Failure(
        Reason.EXPIRED,
        "The registration of "
            + name(order)
            + " has expired and can no longer be renewed, so its registrant may not change."
            + UNCHANGED
            + " Have the name restored first, where its registry offers that.",
        null);
  }

  static Failure nothingChanged(ProvisioningOrder order) {
    return new Failure(
        Reason.NOTHING_CHANGED,
        "The registrant that was ordered is the one that "
            + name(order)
            + " has already."
            + UNCHANGED,
        null);
  }

  static Failure elsewhere(ProvisioningOrder order) {
    return new Failure(
        Reason.CHANGE_ONLY_AT_REGISTRY,
        "The registrar does not change the registrant of "
            + name(order)
            + ": it is done at the registry, with its own forms or by a new registration."
            + UNCHANGED
            + " Ask the registrar's support for the way.",
        null);
  }

  static Failure givenUp(ProvisioningOrder order) {
    return new Failure(
        Reason.GIVEN_UP,
        "Somebody decided to give up the change of registrant of " + name(order) + "." + UNCHANGED,
        null);
  }

  static Failure consentRefused(ProvisioningOrder order, String side, String reason) {
    return new Failure(
        Reason.CONSENT_REFUSED,
        "The consent of the "
            + side
            + " registrant of "
            + name(order)
            + " was refused: «"
            + reason
            + "»."
            + UNCHANGED,
        null);
  }

  static Failure declined(ProvisioningOrder order, boolean serviceBought) {
    return new Failure(
        Reason.PRIOR_REGISTRANT_DECLINED,
        "The prior registrant of "
            + name(order)
            + " did not agree to the change."
            + sameAsBefore(serviceBought)
            + " Settle it with the prior registrant, then order again.",
        null);
  }

  static Failure lapsed(ProvisioningOrder order, boolean serviceBought) {
    return new Failure(
        Reason.NOT_CONFIRMED_IN_TIME,
        "Nobody confirmed the change of registrant of "
            + name(order)
            + " in time, so it was cancelled."
            + sameAsBefore(serviceBought)
            + " If the mailbox of the prior registrant is dead, order again with"
            + " «LOCK_AT_ONCE», for which the designated agent needs the prior registrant's"
            + " authorisation.",
        null);
  }

  static Failure failed(ProvisioningOrder order, boolean serviceBought) {
    return new Failure(
        Reason.CHANGE_NOT_EXECUTED,
        "The registrar has ended the change of registrant of "
            + name(order)
            + " without carrying it out, and neither because the prior registrant refused nor because"
            + " nobody confirmed."
            + sameAsBefore(serviceBought)
            + " Ask the registrar whether the domain is on hold there, then order again.",
        null);
  }

  static Failure notExecuted(ProvisioningOrder order, boolean serviceBought) {
    return new Failure(
        Reason.CHANGE_NOT_EXECUTED,
        "The registrar accepted the change of registrant of "
            + name(order)
            + ", but the name still has another registrant, and no change is under way."
            + (serviceBought ? SERVICE_MAY_BE_CHARGED : "")
            + " Have it looked up at the registrar before you order again.",
        null);
  }

  static Failure leftMeanwhile(ProvisioningOrder order, int code) {
    return new Failure(
        Reason.TRANSFERRED_AWAY,
        name(order)
            + " left this account before its registrant was changed. Who holds it now is not known"
            + " here.",
        code);
  }

  private static String sameAsBefore(boolean serviceBought) {
    return serviceBought
        ? " The registrant is the same as before." + SERVICE_MAY_BE_CHARGED
        : " The registrant is the same as before, and nothing is charged.";
  }

  private static String name(ProvisioningOrder order) {
    return order.content().domain().unicode();
  }
}
