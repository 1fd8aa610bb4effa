package io.domainflow.process.release;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of the wait for a release.
 *
 * @param lookEvery how often to check whether the name has left
 * @param giveUpAfter ({@code patience}) how long to wait; then the order fails
 */
@ConfigurationProperties("domainflow.release")
public record ReleaseProperties(
    @DefaultValue("PT1H") Duration lookEvery,
    @Name("patience") @DefaultValue("P3D") Duration giveUpAfter) {

  /** How long to wait. */
  WaitIntervals patience() {
    return new WaitIntervals(lookEvery, lookEvery, giveUpAfter);
  }
}
