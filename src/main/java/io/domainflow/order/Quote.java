package io.domainflow.order;

import io.domainflow.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the registrar asks for a name that has a price of its own.
 *
 * @param priceClass the registrar's class of such names, for example {@code PREMIUM_DONUTS_A}
 * @param price for the first year
 * @param renewalPrice for each further year; null where the registrar states none
 */
public record Quote(String priceClass, Money price, @Nullable Money renewalPrice) {

  /** Whether somebody who pays up to this much pays this price. */
  public boolean isCoveredBy(@Nullable Money accepted) {
    return accepted != null
        && accepted.currency().equals(price.currency())
        && accepted.amount().compareTo(price.amount()) >= 0;
  }

  /** Whether another quote has the same price, whatever its class is called. */
  public boolean hasPriceOf(Quote other) {
    return price.currency().equals(other.price().currency())
        && price.amount().compareTo(other.price().amount()) == 0;
  }
}
