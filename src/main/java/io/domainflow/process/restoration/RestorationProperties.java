package io.domainflow.process.restoration;

import io.domainflow.process.wait.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the bringing back of a deleted name is.
 *
 * @param firstLook when to look for the first time how it stands
 * @param lookEvery how often to look after that
 * @param remindAfter when an operator is asked about one that takes long, and again after that; the
 *     registrar's page speaks of three working days
 */
@ConfigurationProperties("domainflow.restoration")
public record RestorationProperties(
    @DefaultValue("PT5M") Duration firstLook,
    @DefaultValue("PT6H") Duration lookEvery,
    @DefaultValue("P5D") Duration remindAfter) {

  /** How patiently it is waited for. */
  Patience patience() {
    return new Patience(firstLook, lookEvery, remindAfter);
  }
}
