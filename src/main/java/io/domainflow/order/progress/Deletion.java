package io.domainflow.order.progress;

import io.domainflow.model.Money;
import io.domainflow.model.RenewalMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deletion of a name, as far as it has come.
 *
 * @param seen the name that somebody agrees to have deleted; null before it was looked at
 * @param restorable for how long it can be restored; null if the registrar does not say
 * @param restorePrice what that costs; null if the registrar does not say
 * @param requestedAt when the registrar accepted the deletion; null before that
 */
public record Deletion(
    @Nullable Seen seen,
    @Nullable Duration restorable,
    @Nullable Money restorePrice,
    @Nullable Instant requestedAt) {

  /**
   * A name as it was seen. If anything of this changes, it is no longer the name that somebody
   * agreed to have deleted.
   *
   * @param owner the registrar's handle of the registrant; null if not stated
   * @param renewalMode null if it is not one of ours
   */
  public record Seen(
      @Nullable Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant paidUntil,
      @Nullable String owner,
      @Nullable RenewalMode renewalMode) {}
}
