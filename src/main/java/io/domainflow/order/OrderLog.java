package io.domainflow.order;

import org.slf4j.MDC;

/**
 * What each log line has beside its message where logs are written as JSON: which order it is
 * about.
 */
public final class OrderLog {

  /** The name under which a line has the reference of the order it is about. */
  public static final String REFERENCE = "orderReference";

  private OrderLog() {}

  /** Does something for an order: what is logged meanwhile on this thread has its reference. */
  public static void about(String reference, Runnable work) {
    try (MDC.MDCCloseable within = MDC.putCloseable(REFERENCE, reference)) {
      work.run();
    }
  }
}
