package io.domainflow.process.registration;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the wait for a pending registration.
 *
 * @param firstLook when to check for the first time whether a pending registration is decided
 * @param lookEvery how often to check after that
 * @param chaseAfter when a registration that is still pending becomes a task for an operator
 */
@ConfigurationProperties("domainflow.registration")
public record RegistrationProperties(
    @DefaultValue("PT5M") Duration firstLook,
    @DefaultValue("PT1H") Duration lookEvery,
    @DefaultValue("P3D") Duration chaseAfter) {

  /** How long to wait. */
  WaitIntervals patience() {
    return new WaitIntervals(firstLook, lookEvery, chaseAfter);
  }
}
