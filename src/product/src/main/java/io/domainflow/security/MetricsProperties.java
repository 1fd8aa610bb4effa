package io.domainflow.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the login that may read the metrics, besides administrators.
 *
 * @param password of the login {@code prometheus}, which may read {@code /actuator/prometheus} and
 *     nothing else, of at least 12 characters; without it there is no such login
 */
@ConfigurationProperties("domainflow.metrics")
public record MetricsProperties(@Nullable String password) {

  private static final int SHORTEST = 12;

  /**
   * Checks the settings; an empty password, such as from an unset variable of a container, counts
   * as none.
   *
   * @throws IllegalArgumentException if it is too short
   */
  public MetricsProperties {
    password = password == null || password.isBlank() ? null : password;
    if (password != null && password.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "domainflow.metrics.password must have at least " + SHORTEST + " characters");
    }
  }
}
