package io.domainflow.order.domain;

import io.domainflow.order.domain.StoredDomain.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lock that follows a change of registrant, and what happens to the name's own transfer lock
 * after it.
 *
 * @param lockedAfterwards whether the name is to be locked against transfers once it is over; of
 *     several changes of a name the latest decides
 * @param endsAt when it ends, as far as is known
 * @param source who says so
 * @param locked how the transfer lock was when the name was read last; null before that, and where
 *     the zone has none
 * @param refusal the registrar's words when it refused to change the transfer lock; null if it did
 *     not
 * @param pending whether the registry has yet to carry that change out
 */
public record TransferLock(
    boolean lockedAfterwards,
    Instant endsAt,
    Source source,
    @Nullable Boolean locked,
    @Nullable String refusal,
    boolean pending) {

  /** Whether the transfer lock is as it is to be afterwards; a zone without one has it so. */
  public boolean isAsWanted() {
    return locked == null || locked == lockedAfterwards;
  }
}
