package io.domainflow.process.domain;

import io.domainflow.model.DomainName;
import io.domainflow.order.Failure;
import io.domainflow.order.Failure.Reason;
import io.domainflow.order.ProvisioningOrder;

/**
 * What is said about a disputed name in orders, mails and the list of differences: that there is a
 * dispute, and not which. The proceedings may be confidential; their kind and reference are at the
 * hold, for staff.
 */
public final class Disputed {

  private Disputed() {}

  /** The sentence, without its full stop. */
  public static String sentence(DomainName name) {
    return name.unicode()
        + " is held because of a dispute, and stays as it is until that is settled";
  }

  /**
   * Why an order for such a name fails.
   *
   * @param unchanged sentences that say what was done and paid, with a space before them
   */
  public static Failure failure(ProvisioningOrder order, String unchanged) {
    return new Failure(
        Reason.DISPUTE_HOLD,
        sentence(order.content().domain())
            + "."
            + unchanged
            + " Order again when the hold is removed.",
        null);
  }
}
