package io.domainflow.registrar;

/**
 * Steps of orders that came with many of their kind. They leave a part of the account's quota to
 * single orders, which would otherwise wait for their turn among all of them.
 */
public final class BulkOrders {

  private static final ThreadLocal<Boolean> WORKING = ThreadLocal.withInitial(() -> false);

  private BulkOrders() {}

  /** Whether what is asked on this thread is for such an order. */
  static boolean isWorking() {
    return WORKING.get();
  }

  /**
   * Works a step.
   *
   * @param bulk whether it is one of many
   */
  public static void working(boolean bulk, Runnable step) {
    WORKING.set(bulk);
    try {
      step.run();
    } finally {
      WORKING.remove();
    }
  }
}
