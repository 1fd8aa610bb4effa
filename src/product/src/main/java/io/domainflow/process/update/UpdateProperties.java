package io.domainflow.process.update;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings for the waiting times of an update.
 *
 * @param lookEvery how often to check whether the registry has carried out what the registrar has
 *     accepted
 * @param askAfter ({@code patience}) for how long before an operator is asked
 */
@ConfigurationProperties("domainflow.update")
public record UpdateProperties(
    @DefaultValue("PT1H") Duration lookEvery,
    @Name("patience") @DefaultValue("P1D") Duration askAfter) {

  /** How long an update is waited for. */
  WaitIntervals patience() {
    return new WaitIntervals(lookEvery, lookEvery, askAfter);
  }
}
