package io.domainflow.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read the metrics beside administrators.
 *
 * @param password of the login {@code prometheus}, which may read {@code /actuator/prometheus} and
 *     nothing else; without it there is no such login
 */
@ConfigurationProperties("domainflow.metrics")
public record MetricsProperties(String password) {

  /** An empty password, as an unset variable of a container gives it, counts as none. */
  public MetricsProperties {
    password = password == null || password.isBlank() ? null : password;
  }
}
