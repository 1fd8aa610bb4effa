package io.domainflow.registrar.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the registrar charges for the next period of a name, from a reading of it or of the list.
 */
public interface ChargeDates {

  DomainState state();

  @Nullable Instant expiresAt();

  @Nullable Instant paidUntil();

  @Nullable Instant accountingDate();

  /**
   * Whether a renewal mode that renews, set now, would buy a year at once: the day on which the
   * registrar charges for the next period is over, and the period is not paid.
   */
  default boolean wouldRenewAtOnce(Instant now) {
    Instant expiresAt = expiresAt();
    Instant paidUntil = paidUntil();
    Instant accountingDate = accountingDate();
    boolean paidAhead = paidUntil != null && expiresAt != null && paidUntil.isAfter(expiresAt);
    return state().suspendedBeforeDeletion()
        || (accountingDate != null && !accountingDate.isAfter(now) && !paidAhead);
  }
}
