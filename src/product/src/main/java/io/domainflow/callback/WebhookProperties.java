package io.domainflow.callback;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for sending webhooks.
 *
 * @param allowedTargets receivers inside our own network that may be called nevertheless, even over
 *     plain HTTP: {@code host:port} each, {@code host:*} for every port of a host. Everybody who
 *     may create a webhook can use them.
 * @param timeout maximum duration of one try, from the first packet to the status of the answer
 * @param concurrency concurrent tries of one node
 */
@ConfigurationProperties("domainflow.webhooks")
public record WebhookProperties(
    @DefaultValue List<String> allowedTargets,
    @DefaultValue("PT20S") Duration timeout,
    @DefaultValue("32") int concurrency) {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one of them makes no sense
   */
  public WebhookProperties {
    allowedTargets = List.copyOf(allowedTargets);
    for (String target : allowedTargets) {
      if (!target.matches("[^\\s/@:*]+:([1-9]\\d{0,4}|\\*)")
          && !target.matches("\\[[0-9A-Fa-f:.]+]:([1-9]\\d{0,4}|\\*)")) {
        throw new IllegalArgumentException(
            "domainflow.webhooks.allowed-targets must be a list of host:port or host:*, not "
                + target);
      }
    }
    if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "domainflow.webhooks.timeout must be between PT1S and " + LONGEST);
    }
    if (concurrency < 2 || concurrency > 256) {
      throw new IllegalArgumentException(
          "domainflow.webhooks.concurrency must be between 2 and 256");
    }
  }
}
