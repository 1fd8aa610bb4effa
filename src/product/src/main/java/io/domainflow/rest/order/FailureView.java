package io.domainflow.rest.order;

import io.domainflow.order.Failure;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The failure of an order.
 *
 * @param sections the result of each section of an update
 */
record FailureView(
    Failure.Reason reason,
    String message,
    @Nullable Integer registrarCode,
    @Nullable Instant until,
    @Nullable Map<String, SectionView> sections) {

  /** The failure; null for an order that has not failed. */
  static @Nullable FailureView of(
      @Nullable Failure failure, @Nullable Map<String, SectionView> sections) {
    return failure == null
        ? null
        : new FailureView(
            failure.reason(),
            failure.message(),
            failure.registrarCode(),
            failure.until(),
            sections);
  }
}
