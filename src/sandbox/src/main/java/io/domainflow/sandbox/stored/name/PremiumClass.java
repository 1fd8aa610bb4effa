package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.math.BigDecimal;

/**
 * The prices of a premium class, as last set up.
 *
 * @param price price of the first year
 * @param renewalPrice price of each further year
 */
public record PremiumClass(String name, BigDecimal price, BigDecimal renewalPrice, String currency)
    implements Stored {
  @Override
  public String key() {
    return name;
  }
}
