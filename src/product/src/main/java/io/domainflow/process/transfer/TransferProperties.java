package io.domainflow.process.transfer;

import io.domainflow.process.wait.WaitIntervals;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of the waits of a transfer.
 *
 * @param repairLookEvery how often to check whether the obstacle to a transfer has been removed
 * @param firstLook when to check a requested transfer for the first time
 * @param lookEvery how often to check after that; the watch over all transfers of an account
 *     notices most changes earlier
 * @param remindAfter when a mail that the registrant has not confirmed becomes a task for an
 *     operator, and again after each reminder
 * @param beyondTerm ({@code patience}) how long a registry may take beyond its own term before an
 *     operator is asked
 */
@ConfigurationProperties("domainflow.transfer")
public record TransferProperties(
    @DefaultValue("PT6H") Duration repairLookEvery,
    @DefaultValue("PT5M") Duration firstLook,
    @DefaultValue("P1D") Duration lookEvery,
    @DefaultValue("P3D") Duration remindAfter,
    @Name("patience") @DefaultValue("P1D") Duration beyondTerm) {

  /** How long to wait for a requested transfer. */
  WaitIntervals patience() {
    return new WaitIntervals(firstLook, lookEvery, remindAfter);
  }
}
