package io.domainflow.order.domain;

import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for webhook events about names.
 *
 * @param expiringDays the numbers of days before the end of a period at which an expiry event is
 *     sent; between 1 and 365, empty for no such events
 */
@ConfigurationProperties("domainflow.domain-events")
public record DomainEventProperties(@DefaultValue({"30", "7", "1"}) List<Integer> expiringDays) {

  private static final int MOST_DAYS = 365;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if a number of days is out of range or stated twice
   */
  public DomainEventProperties {
    expiringDays = expiringDays.stream().sorted(Comparator.reverseOrder()).toList();
    if (expiringDays.stream().anyMatch(days -> days < 1 || days > MOST_DAYS)
        || expiringDays.stream().distinct().count() < expiringDays.size()) {
      throw new IllegalArgumentException(
          "domainflow.domain-events.expiring-days must be different numbers from 1 to "
              + MOST_DAYS);
    }
  }
}
