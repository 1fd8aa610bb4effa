package io.domainflow.database;

/**
 * Marks the threads for which PostgreSQL caches query plans. Planning costs as much as execution,
 * and the steps of orders and calls about one order repeat a few statements that select rows by
 * key. People's searches are planned each time: a plan for a few open orders among a million ended
 * ones is wrong for the others.
 */
public final class PlanCaching {

  /** PostgreSQL's {@code plan_cache_mode} where plans are not cached. */
  static final String PLANNED_EACH_TIME = "force_custom_plan";

  /**
   * Its mode where they are. {@code auto} would choose, and plan a statement with a list of keys
   * each time, as if all lists were long.
   */
  static final String PLANNED_ONCE = "force_generic_plan";

  private static final ThreadLocal<Boolean> KEPT = ThreadLocal.withInitial(() -> false);

  private PlanCaching() {}

  /** The same work with cached plans. */
  public static Runnable during(Runnable work) {
    return () -> {
      begin();
      try {
        work.run();
      } finally {
        end();
      }
    };
  }

  /** From now on, plans are cached for this thread. */
  public static void begin() {
    KEPT.set(true);
  }

  /** From now on, plans are not cached for this thread. */
  public static void end() {
    KEPT.remove();
  }

  /** Whether plans are cached for this thread. */
  public static boolean areWanted() {
    return KEPT.get();
  }
}
