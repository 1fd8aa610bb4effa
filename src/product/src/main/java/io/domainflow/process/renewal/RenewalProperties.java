package io.domainflow.process.renewal;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of the wait for a renewal.
 *
 * @param lookEvery how often to check whether the registrar shows a renewal that it has confirmed
 * @param askAfter ({@code patience}) how long to wait before an operator is asked
 */
@ConfigurationProperties("domainflow.renewal")
public record RenewalProperties(
    @DefaultValue("PT15M") Duration lookEvery,
    @Name("patience") @DefaultValue("P1D") Duration askAfter) {

  /** How long to wait. */
  WaitIntervals patience() {
    return new WaitIntervals(lookEvery, lookEvery, askAfter);
  }
}
