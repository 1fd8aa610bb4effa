package io.domainflow.process.restoration;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the wait for a deleted name to be restored.
 *
 * @param firstLook when to check for the first time
 * @param lookEvery how often to check after that
 * @param remindAfter when an operator is asked about a restore that takes long, and how often after
 *     that; the registrar's page speaks of three working days
 */
@ConfigurationProperties("domainflow.restoration")
public record RestorationProperties(
    @DefaultValue("PT5M") Duration firstLook,
    @DefaultValue("PT6H") Duration lookEvery,
    @DefaultValue("P5D") Duration remindAfter) {

  /** How long to wait for a restore. */
  WaitIntervals patience() {
    return new WaitIntervals(firstLook, lookEvery, remindAfter);
  }
}
