package io.domainflow.process.deletion;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the wait for a deletion.
 *
 * @param firstLook when to check for the first time whether the name is gone
 * @param lookEvery how often to check after that. A name that shows no sign of a deletion for that
 *     long is not being deleted
 * @param remindAfter when a name that is still there becomes a task for an operator, and again
 *     after each reminder
 */
@ConfigurationProperties("domainflow.deletion")
public record DeletionProperties(
    @DefaultValue("PT5M") Duration firstLook,
    @DefaultValue("P1D") Duration lookEvery,
    @DefaultValue("P7D") Duration remindAfter) {

  /** How long to wait. */
  WaitIntervals patience() {
    return new WaitIntervals(firstLook, lookEvery, remindAfter);
  }
}
