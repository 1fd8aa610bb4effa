package io.domainflow.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rate limits of the APIs for billing systems.
 *
 * @param requestsPerMinute how many requests each login of the group {@code billing} may send to
 *     one node, even all at once; an API client may have its own limit
 */
@ConfigurationProperties("domainflow.api")
public record ApiProperties(@DefaultValue("600") int requestsPerMinute) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if no requests would be allowed
   */
  public ApiProperties {
    if (requestsPerMinute < 1) {
      throw new IllegalArgumentException("domainflow.api.requests-per-minute must be at least 1");
    }
  }
}
