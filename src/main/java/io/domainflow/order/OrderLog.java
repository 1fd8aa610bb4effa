package io.domainflow.order;

import io.domainflow.order.wanted.OrderReference;
import org.slf4j.MDC;

/** Which order a log line is about, beside its message where logs are written as JSON. */
public final class OrderLog {

  private static final String REFERENCE = "orderReference";

  private OrderLog() {}

  /** Does something for an order: what is logged meanwhile on this thread has its reference. */
  public static void about(OrderReference reference, Runnable work) {
    begin(reference);
    try {
      work.run();
    } finally {
      end();
    }
  }

  /** What is logged on this thread from now on is about an order. */
  public static void begin(OrderReference reference) {
    MDC.put(REFERENCE, reference.text());
  }

  /** What is logged on this thread from now on is about none. */
  public static void end() {
    MDC.remove(REFERENCE);
  }
}
