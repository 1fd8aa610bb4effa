package io.domainflow.process.renewal;

import io.domainflow.process.wait.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How patient a renewal is.
 *
 * @param lookEvery how often to look whether the registrar shows a renewal that it has confirmed
 * @param askAfter ({@code patience}) for how long before an operator is asked
 */
@ConfigurationProperties("domainflow.renewal")
public record RenewalProperties(
    @DefaultValue("PT15M") Duration lookEvery,
    @Name("patience") @DefaultValue("P1D") Duration askAfter) {

  /** How patiently it is waited for. */
  Patience patience() {
    return new Patience(lookEvery, lookEvery, askAfter);
  }
}
