package io.domainflow.rest;

import io.domainflow.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money as callers see it.
 *
 * @param amount with as many decimals as the currency has
 * @param currency its ISO 4217 code
 */
public record PriceView(String amount, String currency) {

  /** The view of an amount; null where none is known. */
  public static @Nullable PriceView of(@Nullable Money price) {
    return price == null
        ? null
        : new PriceView(price.amount().toPlainString(), price.currency().getCurrencyCode());
  }
}
