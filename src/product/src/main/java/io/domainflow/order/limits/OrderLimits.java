package io.domainflow.order.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of orders.
 *
 * @param openPerLogin how many orders of a login of the group {@code billing} may be open at a
 *     time; an API client may have its own limit
 * @param inputWithin how long an order waits for something that its caller can give; then it ends,
 *     unless money was spent
 */
@ConfigurationProperties("domainflow.orders")
public record OrderLimits(
    @DefaultValue("2000") int openPerLogin, @DefaultValue("P14D") Duration inputWithin) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if no order would be allowed, or would end at once
   */
  public OrderLimits {
    if (openPerLogin < 1) {
      throw new IllegalArgumentException("domainflow.orders.open-per-login must be at least 1");
    }
    if (inputWithin.isNegative() || inputWithin.isZero()) {
      throw new IllegalArgumentException("domainflow.orders.input-within must be positive");
    }
  }
}
