package io.domainflow.process.authcode;

import io.domainflow.process.wait.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How patient an order for an auth code is.
 *
 * @param lookEvery how often to look whether the registry has made the code
 * @param giveUpAfter ({@code patience}) for how long; then the order fails
 */
@ConfigurationProperties("domainflow.auth-code")
public record AuthCodeProperties(
    @DefaultValue("PT1H") Duration lookEvery,
    @Name("patience") @DefaultValue("P1D") Duration giveUpAfter) {

  /** How patiently it is waited for. */
  Patience patience() {
    return new Patience(lookEvery, lookEvery, giveUpAfter);
  }
}
