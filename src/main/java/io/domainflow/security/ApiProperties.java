package io.domainflow.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much billing systems may ask of the APIs.
 *
 * @param requestsPerMinute how many requests each login of the group {@code billing} may send to
 *     one node, as many of them at once; an API client may have a number of its own
 */
@ConfigurationProperties("domainflow.api")
public record ApiProperties(@DefaultValue("600") int requestsPerMinute) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if nobody could send anything
   */
  public ApiProperties {
    if (requestsPerMinute < 1) {
      throw new IllegalArgumentException("domainflow.api.requests-per-minute must be at least 1");
    }
  }
}
