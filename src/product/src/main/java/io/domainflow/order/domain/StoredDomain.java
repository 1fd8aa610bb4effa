package io.domainflow.order.domain;

import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.RenewalMode;
import io.domainflow.order.domain.DomainReading.DateKind;
import io.domainflow.owner.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last known state of a name in an account.
 *
 * @param dates each as last stated
 * @param renewalMode null if no known mode was ever stated
 * @param transferLocked null if the zone has no lock
 * @param lockedUntil end of a lock that cannot be removed earlier; null if there is none
 * @param changeLock the lock after a change of registrant; null if none is in force
 * @param owner null if it has none
 * @param additionalFields parameters with a stored value for the next order
 * @param gone how it left the account; null if it has not, as far as is known
 * @param readAt when everything except its dates and mode was read
 */
public record StoredDomain(
    String account,
    DomainName domain,
    DomainStatus status,
    Map<DateKind, StoredDate> dates,
    @Nullable StoredMode renewalMode,
    @Nullable Boolean transferLocked,
    @Nullable Instant lockedUntil,
    @Nullable ChangeLock changeLock,
    @Nullable Owner owner,
    List<String> additionalFields,
    @Nullable Departure gone,
    Instant readAt) {

  /** Finds the last known state of names. */
  public interface Finder {

    /** A name in an account; empty if it was never read there. */
    Optional<StoredDomain> find(String account, DomainName domain);
  }

  /** The difference up to which two ends of a period count as the same. */
  private static final Duration SAME_END = Duration.ofDays(1);

  /** Where a date comes from. */
  public enum Source {
    /** The registrar stated it. */
    REGISTRAR,
    /** Not stated by the registrar, but computed or set here. */
    COMPUTED
  }

  /**
   * How a name left the account.
   *
   * @param how for people, as part of a sentence
   * @param to its present registrar; null if not known, or if it was deleted
   */
  public record Departure(Instant at, String how, @Nullable String to) {}

  /** The lock after a change of registrant, with its end. */
  public record ChangeLock(Instant until, Source source) {}

  /** A date, where it comes from, and when it was read. */
  public record StoredDate(Instant at, Source source, Instant readAt) {}

  /** The renewal mode, its source, and since when it is set. */
  public record StoredMode(RenewalMode mode, Source source, Instant readAt) {}

  /**
   * Whether a renewal is ordered that is charged only on execution: until then the name counts as
   * paid ahead, and nothing is paid.
   */
  public boolean isRenewalOrdered() {
    return dates.containsKey(DateKind.FINALIZATION)
        && !dates.containsKey(DateKind.ACCOUNTING)
        && !dates.containsKey(DateKind.FAILURE);
  }

  /** Whether a renewal that is paid, or ordered, has not been executed yet. */
  public boolean isPaidAhead() {
    StoredDate expires = dates.get(DateKind.EXPIRES);
    StoredDate paidUntil = dates.get(DateKind.PAID_UNTIL);
    return expires != null
        && paidUntil != null
        && paidUntil.at().isAfter(expires.at().plus(SAME_END));
  }
}
