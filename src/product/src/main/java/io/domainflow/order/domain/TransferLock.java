package io.domainflow.order.domain;

import io.domainflow.order.domain.StoredDomain.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lock after a change of registrant, and the transfer lock to set after it.
 *
 * @param lockedAfterwards whether to lock the name against transfers afterwards; the latest of
 *     several changes decides
 * @param endsAt when it ends, as far as is known
 * @param source of that time
 * @param locked the last known transfer lock; null if never read, and if the zone has none
 * @param refusal the registrar's message when it refused to change the transfer lock; null if it
 *     did not
 * @param pending whether the registry has yet to execute that change
 */
public record TransferLock(
    boolean lockedAfterwards,
    Instant endsAt,
    Source source,
    @Nullable Boolean locked,
    @Nullable String refusal,
    boolean pending) {

  /** Whether the transfer lock already has its target state; always true in a zone without one. */
  public boolean isAsWanted() {
    return locked == null || locked == lockedAfterwards;
  }
}
