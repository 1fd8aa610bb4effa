package io.domainflow.process.domain;

import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;

/**
 * Describes a name whose period is over and that can still be renewed before the registrar deletes
 * it.
 */
public final class PeriodOver {

  private PeriodOver() {}

  /**
   * Why an order does nothing to such a name: it cannot be restored, because it is not deleted.
   *
   * @param unchanged what the order has left unchanged, as sentences
   */
  public static Failure failure(ProvisioningOrder order, String unchanged) {
    return new Failure(
        Reason.EXPIRED,
        soonDeleted(order) + " " + unchanged.strip() + " Order a RENEW first, then order again.",
        null);
  }

  /** The state of the name, as a sentence. */
  public static String soonDeleted(ProvisioningOrder order) {
    return "The period of "
        + order.content().domain().unicode()
        + " is over, and the registrar deletes it soon unless it is renewed.";
  }
}
