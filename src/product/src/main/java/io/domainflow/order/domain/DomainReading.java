package io.domainflow.order.domain;

import io.domainflow.model.DomainStatus;
import io.domainflow.model.NameSettings;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of reading a name. It never decides anything alone: code that acts on a date has a
 * separate rule for it.
 *
 * @param dates the ones that the registrar states
 * @param settings its setup; missing sections do not exist, or have an unknown value
 * @param lockedUntil end of a lock that cannot be removed earlier, except that after a change of
 *     registrant; null if there is none
 * @param changeLockedUntil end of the lock after a change of registrant; null if the registrar
 *     states none
 */
public record DomainReading(
    DomainStatus status,
    Map<DateKind, Instant> dates,
    NameSettings settings,
    @Nullable Instant lockedUntil,
    @Nullable Instant changeLockedUntil) {

  /** The kinds of dates of a name, which are not interchangeable. */
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
    FINALIZATION;

    private static final Set<DateKind> PLANS = EnumSet.of(FAILURE, ACCOUNTING, FINALIZATION);

    /**
     * The names of those that depend on the renewal mode: a reading that states some of them
     * replaces them all.
     */
    static String[] plans() {
      return PLANS.stream().map(DateKind::name).toArray(String[]::new);
    }
  }
}
