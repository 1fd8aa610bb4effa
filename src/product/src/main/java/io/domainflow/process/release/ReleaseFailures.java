package io.domainflow.process.release;

import io.domainflow.model.DomainStatus;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.ReleaseOrder;
import io.domainflow.order.domain.DepartedDomain;

/** Words the failures of releases. */
final class ReleaseFailures {

  static final String UNCHANGED =
      " The domain is in this account as it was, and nothing was bought.";

  private ReleaseFailures() {}

  static Failure deleted(ProvisioningOrder order) {
    return new Failure(
        Reason.RESTORE_NEEDED,
        name(order)
            + " is deleted. Nothing was changed and nothing was bought. Restore it first, then"
            + " order again.",
        null);
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

  /** The name was deleted, or is in another account. */
  static Failure elsewhere(ProvisioningOrder order, DepartedDomain gone) {
    boolean deleted = gone.status() == DomainStatus.DELETED;
    return new Failure(
        deleted ? Reason.RESTORE_NEEDED : Reason.TRANSFERRED_AWAY,
        name(order)
            + " was not released to "
            + order.content().as(ReleaseOrder.class).target()
            + ": "
            + gone.how()
            + ". Nothing was bought."
            + (deleted
                ? " Restore it first, then order again."
                : " Its present holder decides about it."),
        null);
  }

  private static String name(ProvisioningOrder order) {
    return order.content().domain().unicode();
  }
}
