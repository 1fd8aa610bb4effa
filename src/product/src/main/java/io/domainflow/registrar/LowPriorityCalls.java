package io.domainflow.registrar;

import io.domainflow.registrar.RegistrarFailure.Unavailable;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Calls to the registrar that leave a part of the account's quota to single orders: queries outside
 * of orders (availability of names, dry runs, the contents of an account), and the steps of orders
 * that came in bulk.
 */
@Component
public class LowPriorityCalls {

  private static final int CALLERS_AT_ONCE = 32;

  private static final ThreadLocal<Boolean> LOW = ThreadLocal.withInitial(() -> false);

  private final Semaphore places = new Semaphore(CALLERS_AT_ONCE);

  /** Whether the calls of this thread have low priority. */
  static boolean isLow() {
    return LOW.get();
  }

  /**
   * Makes calls while a caller waits for the answer. Most request threads are left to others.
   *
   * @throws Unavailable if too many callers are waiting already
   */
  public <T> T whileCallerWaits(Supplier<T> calls) {
    if (isLow()) {
      return calls.get();
    }
    if (!places.tryAcquire()) {
      throw new Unavailable("too many callers are querying the registrar now", false);
    }
    try {
      return make(calls);
    } finally {
      places.release();
    }
  }

  /** Makes calls for which no caller waits. */
  public void make(Runnable calls) {
    make(
        () -> {
          calls.run();
          return null;
        });
  }

  /** Makes calls with a result for which no caller waits. */
  public <T> T make(Supplier<T> calls) {
    boolean before = isLow();
    LOW.set(true);
    try {
      return calls.get();
    } finally {
      LOW.set(before);
    }
  }
}
