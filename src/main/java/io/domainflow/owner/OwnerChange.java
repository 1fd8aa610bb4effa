package io.domainflow.owner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a name's owner.
 *
 * @param domain in its ASCII form
 * @param former null: it had no owner
 * @param owner null: it has no owner
 * @param by login that did it; null if nobody did
 * @param reason in the words of the person who handed it over; null if nobody did
 */
public record OwnerChange(
    String account,
    String domain,
    @Nullable Owner former,
    @Nullable Owner owner,
    How how,
    @Nullable String by,
    @Nullable String reason,
    Instant at) {

  /** How a name comes to an owner. */
  public enum How {
    /** It was his by what an earlier version knew. */
    CARRIED_OVER,
    /** An import has given it. */
    IMPORTED,
    /** His order has brought it. */
    ORDERED,
    /** One of our people has decided so. */
    HANDED_OVER,
    /** Its owner has joined a group of clients. */
    GROUPED,
    /** It had left the account, and has returned without an order of ours. */
    CAME_BACK,
    /** Its owner was removed. */
    CLIENT_REMOVED
  }
}
