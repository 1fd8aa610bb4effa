package io.domainflow.process.renewal;

import io.domainflow.model.Money;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.RenewalOrder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts about a renewal or restore, for people. */
final class RenewalWords {

  private RenewalWords() {}

  static String ordered(ProvisioningOrder order) {
    return order.content().operation() == Operation.RESTORE
        ? "to restore the name, with the missing years"
        : "to renew the name by "
            + Objects.requireNonNull(order.content().details().period(), "a renewal has a period")
                .words();
  }

  /**
   * For a renewal that is only ordered.
   *
   * @param price the expected price; null if not known
   */
  static String chargedLater(String renewal, Instant at, @Nullable Money price) {
    return renewal
        + " is ordered. The registrar charges the account for it on "
        + RenewalDates.text(at)
        + (price == null ? "" : " (by today's price " + price + ")")
        + " and renews the name then, if the balance is sufficient.";
  }

  static String believed(ProvisioningOrder order) {
    return order.content().details() instanceof RenewalOrder renewal
        ? renewal.believedExpiry().toString()
        : "not stated";
  }

  static String accepted(ProvisioningOrder order) {
    return order.content().acceptPrice() == null
        ? "nothing yet"
        : "up to " + order.content().acceptPrice();
  }

  static String paid(ProvisioningOrder order) {
    return order.purchase().cost() == null
        ? "nothing so far"
        : "for the restore: " + order.purchase().cost();
  }
}
