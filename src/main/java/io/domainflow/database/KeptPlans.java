package io.domainflow.database;

/**
 * Which threads PostgreSQL keeps the plans of statements for. To plan one costs as much as to carry
 * it out, and the steps of orders send the same few again and again, each for rows that it names.
 * What people look for is planned each time: a plan for the few open orders among a million that
 * have ended is wrong for the others.
 */
public final class KeptPlans {

  private static final ThreadLocal<Boolean> KEPT = ThreadLocal.withInitial(() -> false);

  private KeptPlans() {}

  /** The same work, whose statements are planned once. */
  public static Runnable during(Runnable work) {
    return () -> {
      KEPT.set(true);
      try {
        work.run();
      } finally {
        KEPT.remove();
      }
    };
  }

  static boolean areWanted() {
    return KEPT.get();
  }
}
