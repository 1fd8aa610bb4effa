package io.domainflow.order;

import io.domainflow.order.content.OrderReference;
import org.slf4j.MDC;

/** Adds the reference of the order to log lines, as a field of JSON logs. */
public final class OrderLogContext {

  private static final String REFERENCE = "orderReference";

  private OrderLogContext() {}

  /** Runs an action for an order: log lines of this thread have its reference meanwhile. */
  public static void about(OrderReference reference, Runnable work) {
    begin(reference);
    try {
      work.run();
    } finally {
      end();
    }
  }

  /** From now on, log lines of this thread are about an order. */
  public static void begin(OrderReference reference) {
    MDC.put(REFERENCE, reference.text());
  }

  /** From now on, log lines of this thread are about no order. */
  public static void end() {
    MDC.remove(REFERENCE);
  }
}
