package io.domainflow.rest.order;

import io.domainflow.model.RenewalMode;
import io.domainflow.order.Outcome;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a completed order.
 *
 * @param sections the result of each section of an update
 */
record OutcomeView(
    Outcome.Code code,
    @Nullable Instant expiresAt,
    @Nullable RenewalMode renewalMode,
    @Nullable Instant lockedUntil,
    @Nullable Instant validUntil,
    @Nullable String remark,
    @Nullable Map<String, SectionView> sections) {

  /** The outcome; null for an order that has none. */
  static @Nullable OutcomeView of(
      @Nullable Outcome outcome, @Nullable Map<String, SectionView> sections) {
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
