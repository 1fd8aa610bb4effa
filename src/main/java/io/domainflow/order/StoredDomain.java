package io.domainflow.order;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.order.DomainReading.DateKind;
import java.time.Instant;
import java.util.Map;

/**
 * A name as an account had it when it was read last.
 *
 * @param dates each as it was last stated
 * @param transferLocked null where the zone has no lock
 * @param lockedUntil end of a lock that cannot be lifted earlier; null if there is none
 * @param changeLock the lock after a change of registrant; null if there is none that still runs
 * @param login who placed the order that it was read for last
 */
public record StoredDomain(
    String account,
    DomainName domain,
    DomainStatus status,
    Map<DateKind, StoredDate> dates,
    Boolean transferLocked,
    Instant lockedUntil,
    ChangeLock changeLock,
    String login,
    Instant readAt) {

  /** Where a date comes from. */
  public enum Source {
    /** The registrar stated it. */
    REGISTRAR,
    /** The registrar does not state it: we computed it, or somebody has set it here. */
    COMPUTED
  }

  /** The lock that a change of registrant brings, with its end. */
  public record ChangeLock(Instant until, Source source) {}

  /** A date, where it comes from, and when it was read. */
  public record StoredDate(Instant at, Source source, Instant readAt) {}
}
