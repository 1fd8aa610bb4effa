package io.domainflow.process.transferwatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely the orders that wait for a registry are watched, all those of an account together.
 *
 * @param enabled whether they are watched at all; without it, each finds out by its own looks
 * @param every how often, a minute at least; it costs one call for every 250 transfers under way
 *     and one for the events
 */
@ConfigurationProperties("domainflow.transfer-watch")
public record TransferWatchProperties(
    @DefaultValue("true") boolean enabled, @DefaultValue("PT15M") Duration every) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if the watch would come too often
   */
  public TransferWatchProperties {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "domainflow.transfer-watch.every must be a minute (PT1M) or longer");
    }
  }
}
