package io.domainflow.order.content;

import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.time.LocalDate;

/**
 * A renewal.
 *
 * @param believedExpiry when the period of the name ends according to the caller, in UTC
 * @param renewalMode the mode to set if the name has to be restored first
 */
public record RenewalOrder(Period period, LocalDate believedExpiry, RenewalMode renewalMode)
    implements OrderDetails {

  @Override
  public Operation operation() {
    return Operation.RENEW;
  }
}
