package io.domainflow.rest.order;

import io.domainflow.order.Failure;
import java.time.Instant;
import java.util.Map;

/**
 * Why an order failed.
 *
 * @param sections of an update, how each has ended; else null
 */
record FailureView(
    Failure.Reason reason,
    String message,
    Integer registrarCode,
    Instant until,
    Map<String, SectionView> sections) {

  /** Null for an order that has not failed. */
  static FailureView of(Failure failure, Map<String, SectionView> sections) {
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
