package io.domainflow.process.suspension;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.progress.SuspensionPlan;
import io.domainflow.process.domain.OrderedSettings;
import io.domainflow.registrar.command.ReadDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remarks about a name that was suspended, reactivated or cancelled, for people. */
final class SuspensionRemarks {

  private SuspensionRemarks() {}

  /** The remarks; null if there are none. */
  static @Nullable String of(
      ProvisioningOrder order, SuspensionPlan plan, ReadDomain.Result domain) {
    List<String> remarks = new ArrayList<>();
    OrderedSettings.renewalMode(order.content().as(SuspensionOrder.class).renewalMode(), domain)
        .ifPresent(difference -> remarks.add("The registrar shows another " + difference + "."));
    if (plan.takeBack()) {
      remarks.add(
          isPaidAhead(domain)
              ? "The coming period had been charged already, and stays paid: the registrar did not"
                  + " take the charge back. The name ends a period later."
              : "The renewal that had already been charged was reversed.");
    }
    if (plan.holdRefusal() != null) {
      remarks.add(
          "The name keeps resolving: the registrar did not put it on hold («"
              + plan.holdRefusal()
              + "»).");
    }
    if (plan.modeFound() != null) {
      remarks.add("The renewal mode had been set to " + plan.modeFound() + " meanwhile.");
    }
    if (order.content().operation() == Operation.UNSUSPEND && plan.modeBefore() == null) {
      remarks.add(
          "The earlier renewal mode is not known; the account's usual one was set instead.");
    }
    return remarks.isEmpty() ? null : String.join(" ", remarks);
  }

  /** The remarks about a name that has left the account since it was changed. */
  static String hasLeft(SuspensionPlan plan) {
    List<String> remarks = new ArrayList<>();
    remarks.add("The registrar no longer shows the name in this account.");
    if (plan.takeBack()) {
      remarks.add(
          "Whether it took back the charge for the coming period could not be read: see its"
              + " bookings.");
    }
    if (plan.holdRefusal() != null) {
      remarks.add("It did not put the name on hold («" + plan.holdRefusal() + "»).");
    }
    return String.join(" ", remarks);
  }

  private static boolean isPaidAhead(ReadDomain.Result domain) {
    return domain.paidUntil() != null
        && domain.expiresAt() != null
        && domain.paidUntil().isAfter(domain.expiresAt());
  }
}
