package io.domainflow.order.domain;

import io.domainflow.model.DomainStatus;
import io.domainflow.model.NameSettings;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a name has shown. It alone never decides anything: code that acts on a date says
 * so in a rule of its own.
 *
 * @param dates the ones that the registrar states
 * @param settings how it is set up; what they do not say, the name does not have, or the registrar
 *     states none that is ours
 * @param lockedUntil end of a lock that cannot be lifted earlier; null if there is none. The one
 *     after a change of registrant does not count
 * @param changeLockedUntil end of the lock after a change of registrant; null if the registrar
 *     states none
 */
public record DomainReading(
    DomainStatus status,
    Map<DateKind, Instant> dates,
    NameSettings settings,
    @Nullable Instant lockedUntil,
    @Nullable Instant changeLockedUntil) {

  /** The dates of a name. They differ, and none stands for another. */
  public enum DateKind {
    /** When it was registered. */
    CREATED,
    /** End of its period at the registry. */
    EXPIRES,
    /** Paid up to here at the registrar; can be a year ahead of the expiry. */
    PAID_UNTIL,
    /** When an expiring or unpaid name is deleted or handed back. */
    FAILURE,
    /** When the next renewal is charged, if the name renews automatically. */
    ACCOUNTING,
    /** When a paid renewal is carried out; from then on it cannot be undone. */
    FINALIZATION
  }
}
