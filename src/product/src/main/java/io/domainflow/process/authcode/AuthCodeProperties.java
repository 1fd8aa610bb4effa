package io.domainflow.process.authcode;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of the wait for an auth code.
 *
 * @param lookEvery how often to check whether the registry has issued the code
 * @param giveUpAfter ({@code patience}) how long to wait; then the order fails
 */
@ConfigurationProperties("domainflow.auth-code")
public record AuthCodeProperties(
    @DefaultValue("PT1H") Duration lookEvery,
    @Name("patience") @DefaultValue("P1D") Duration giveUpAfter) {

  /** How long to wait. */
  WaitIntervals patience() {
    return new WaitIntervals(lookEvery, lookEvery, giveUpAfter);
  }
}
