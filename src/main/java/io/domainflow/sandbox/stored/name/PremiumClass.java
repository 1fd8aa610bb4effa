package io.domainflow.sandbox.stored.name;

import io.domainflow.sandbox.stored.Stored;
import java.math.BigDecimal;

/**
 * What the names of a premium class cost, as set up last.
 *
 * @param price of the first year
 * @param renewalPrice of each further one
 */
public record PremiumClass(String name, BigDecimal price, BigDecimal renewalPrice, String currency)
    implements Stored {
  @Override
  public String key() {
    return name;
  }
}
