package io.domainflow.process.deletion;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.process.domain.Disputed;

/** Words the failures of deletions. */
final class DeletionFailures {

  private static final String UNCHANGED = " Nothing was changed and nothing was bought.";

  private DeletionFailures() {}

  static Failure disputed(ProvisioningOrder order) {
    return Disputed.failure(order, UNCHANGED);
  }

  static Failure notRegisteredYet(ProvisioningOrder order) {
    return new Failure(
        Reason.NOT_REGISTERED,
        "The registry has not registered "
            + name(order)
            + " yet, so there is nothing to delete."
            + UNCHANGED
            + " Cancel its registration, or wait for the registry and order again.",
        null);
  }

  static Failure kept(ProvisioningOrder order) {
    return new Failure(
        Reason.DELETION_REFUSED,
        "Somebody decided to keep " + name(order) + ", so it was not deleted." + UNCHANGED,
        null);
  }

  static Failure givenUp(ProvisioningOrder order) {
    return new Failure(
        order.purchase().refusal() == null ? Reason.GIVEN_UP : Reason.REGISTRAR_REFUSED,
        "Somebody decided to give up the deletion of "
            + name(order)
            + ". What was in the way: "
            + CorrectDeletion.problem(order)
            + "."
            + UNCHANGED,
        null);
  }

  static Failure undecided(ProvisioningOrder order) {
    return new Failure(
        Reason.GIVEN_UP,
        "Somebody decided not to wait any longer for the deletion of "
            + name(order)
            + ". The registrar has accepted it, and may still carry it out. Nothing was bought. Have"
            + " it looked up at the registrar before anything else is done with the name.",
        null);
  }

  static Failure notCarriedOut(ProvisioningOrder order) {
    return new Failure(
        Reason.REGISTRY_REJECTED,
        "The registrar accepted the deletion of "
            + name(order)
            + ", but the name is still there and no deletion is under way. Nothing was bought. Ask"
            + " the registrar for the reason, then order again.",
        null);
  }

  private static String name(ProvisioningOrder order) {
    return order.content().domain().unicode();
  }
}
