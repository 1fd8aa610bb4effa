package io.domainflow.rest.order;

import io.domainflow.model.RenewalMode;
import io.domainflow.order.Outcome;
import java.time.Instant;
import java.util.Map;

/**
 * What a completed order has brought.
 *
 * @param sections of an update, how each has ended; else null
 */
record OutcomeView(
    Outcome.Code code,
    Instant expiresAt,
    RenewalMode renewalMode,
    Instant lockedUntil,
    Instant validUntil,
    String remark,
    Map<String, SectionView> sections) {

  /** Null for an order that has no outcome. */
  static OutcomeView of(Outcome outcome, Map<String, SectionView> sections) {
    return outcome == null
        ? null
        : new OutcomeView(
            outcome.code(),
            outcome.expiresAt(),
            outcome.renewalMode(),
            outcome.lockedUntil(),
            outcome.validUntil(),
            outcome.remark(),
            sections);
  }
}
