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
 * A name as an account had it when it was read last.
 *
 * @param dates each as it was last stated
 * @param renewalMode null if none of ours was ever stated
 * @param transferLocked null where the zone has no lock
 * @param lockedUntil end of a lock that cannot be lifted earlier; null if there is none
 * @param changeLock the lock after a change of registrant; null if there is none that still runs
 * @param owner null if it has no owner
 * @param additionalFields parameters of which a value is kept with it for the next order
 * @param gone how it has left the account; null if it has not, as far as is known
 * @param readAt when all but its dates and its mode were read
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

  /** Where names are found as they were read last. */
  public interface Finder {

    /** A name in an account; empty if it was never read there. */
    Optional<StoredDomain> find(String account, DomainName domain);
  }

  /** How far an end of a period may be from another one of the same day, as registries write it. */
  private static final Duration SAME_END = Duration.ofDays(1);

  /** Where a date comes from. */
  public enum Source {
    /** The registrar stated it. */
    REGISTRAR,
    /** The registrar does not state it: we computed it, or somebody has set it here. */
    COMPUTED
  }

  /**
   * How a name has left the account.
   *
   * @param how for people, as a part of a sentence
   * @param to the registrar that has it now; null if that is not known, or it was deleted
   */
  public record Departure(Instant at, String how, @Nullable String to) {}

  /** The lock that a change of registrant brings, with its end. */
  public record ChangeLock(Instant until, Source source) {}

  /** A date, where it comes from, and when it was read. */
  public record StoredDate(Instant at, Source source, Instant readAt) {}

  /** What the registrar does at the end of the period, where that comes from, and since when. */
  public record StoredMode(RenewalMode mode, Source source, Instant readAt) {}

  /** Whether a renewal is paid for that is still to be carried out. */
  public boolean isPaidAhead() {
    StoredDate expires = dates.get(DateKind.EXPIRES);
    StoredDate paidUntil = dates.get(DateKind.PAID_UNTIL);
    return expires != null
        && paidUntil != null
        && paidUntil.at().isAfter(expires.at().plus(SAME_END));
  }
}
