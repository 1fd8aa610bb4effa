package io.domainflow.order.progress;

import io.domainflow.model.Money;
import io.domainflow.model.RenewalMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The progress of the deletion of a name.
 *
 * @param seen the state of the name whose deletion is confirmed; null before it was read
 * @param restorable how long it can be restored; null if not stated
 * @param restorePrice price of a restore; null if not stated
 * @param requestedAt when the registrar accepted the deletion; null before that
 */
public record Deletion(
    @Nullable NameState seen,
    @Nullable Duration restorable,
    @Nullable Money restorePrice,
    @Nullable Instant requestedAt) {

  /**
   * The state of a name at a reading. If any of it changes, the confirmation of the deletion is
   * void.
   *
   * @param owner the registrar's handle of the registrant; null if not stated
   * @param renewalMode null if it is an unknown one
   */
  public record NameState(
      @Nullable Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant paidUntil,
      @Nullable String owner,
      @Nullable RenewalMode renewalMode) {}
}
