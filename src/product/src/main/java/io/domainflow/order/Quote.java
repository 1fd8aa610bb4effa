package io.domainflow.order;

import io.domainflow.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * The registrar's price for a premium name.
 *
 * @param priceClass the registrar's class of such names, for example {@code PREMIUM_DONUTS_A}
 * @param price for the first year
 * @param renewalPrice for each further year; null if the registrar states none
 */
public record Quote(String priceClass, Money price, @Nullable Money renewalPrice) {

  /** Whether a limit covers this price. */
  public boolean isCoveredBy(@Nullable Money accepted) {
    return accepted != null
        && accepted.currency().equals(price.currency())
        && accepted.amount().compareTo(price.amount()) >= 0;
  }

  /** Whether another quote has the same price, regardless of its price class. */
  public boolean hasPriceOf(Quote other) {
    return price.currency().equals(other.price().currency())
        && price.amount().compareTo(other.price().amount()) == 0;
  }
}
