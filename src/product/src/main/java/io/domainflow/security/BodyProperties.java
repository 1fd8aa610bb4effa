package io.domainflow.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for the wait for callers, who send the body of a request or read that of its answer.
 *
 * @param time how long one request may keep the server waiting for its body, and how long for its
 *     answer to be read, besides a second for each 16 KiB of it
 * @param waitingPerAddress the number of bodies from and for one address for which the server waits
 *     at the same time; behind a proxy that does not name the caller ({@code
 *     server.forward-headers-strategy=native}) all callers are one address
 */
@ConfigurationProperties("domainflow.bodies")
public record BodyProperties(
    @DefaultValue("PT20S") Duration time, @DefaultValue("32") int waitingPerAddress) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if no bodies could be received
   */
  public BodyProperties {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("domainflow.bodies.time must be positive");
    }
    if (waitingPerAddress < 1) {
      throw new IllegalArgumentException(
          "domainflow.bodies.waiting-per-address must be at least 1");
    }
  }
}
