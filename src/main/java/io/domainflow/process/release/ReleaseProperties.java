package io.domainflow.process.release;

import io.domainflow.process.wait.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How patient a release is.
 *
 * @param lookEvery how often to look whether the name has gone
 * @param giveUpAfter ({@code patience}) for how long; then the order fails
 */
@ConfigurationProperties("domainflow.release")
public record ReleaseProperties(
    @DefaultValue("PT1H") Duration lookEvery,
    @Name("patience") @DefaultValue("P3D") Duration giveUpAfter) {

  /** How patiently it is waited for. */
  Patience patience() {
    return new Patience(lookEvery, lookEvery, giveUpAfter);
  }
}
