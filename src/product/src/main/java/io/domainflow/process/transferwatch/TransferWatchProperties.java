package io.domainflow.process.transferwatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the watch over all orders of an account that wait for a registry.
 *
 * @param enabled whether they are watched at all; without it, each finds out by its own checks; of
 *     several nodes, the last one to start decides
 * @param every how often, at least a minute; it costs one call for every 250 pending transfers and
 *     one for the events
 */
@ConfigurationProperties("domainflow.transfer-watch")
public record TransferWatchProperties(
    @DefaultValue("true") boolean enabled, @DefaultValue("PT15M") Duration every) {

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if the interval is too short
   */
  public TransferWatchProperties {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "domainflow.transfer-watch.every must be a minute (PT1M) or longer");
    }
  }
}
