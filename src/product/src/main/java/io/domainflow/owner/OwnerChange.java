package io.domainflow.owner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a name's owner.
 *
 * @param domain in its ASCII form
 * @param former null if it had no owner
 * @param owner null if it has no owner
 * @param by login of the person who did it; null if no person did
 * @param reason given by the person who assigned it; null if no person did
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

  /** How a name gets its owner. */
  public enum How {
    /** By an import. */
    IMPORTED,
    /** By an order of the owner. */
    ORDERED,
    /** By a decision of staff. */
    HANDED_OVER,
    /** Its owner has joined a group of clients. */
    GROUPED,
    /** It had left the account and returned without an order, so it has no owner. */
    CAME_BACK,
    /** Its owner was removed. */
    CLIENT_REMOVED
  }
}
