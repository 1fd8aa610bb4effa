package io.domainflow.registrar;

import io.domainflow.registrar.RegistrarFailure.Unavailable;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Queries to the registrar outside of orders: availability of names, dry runs, the contents of an
 * account. They leave a part of the account's quota, and most of the request threads, to orders.
 */
@Component
public class Inquiries {

  private static final int AT_ONCE = 32;

  private static final ThreadLocal<Boolean> ASKING = ThreadLocal.withInitial(() -> false);

  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Whether this thread is making such a query. */
  static boolean isAsking() {
    return ASKING.get();
  }

  /**
   * Makes a query while a caller waits for the answer.
   *
   * @throws Unavailable if too many callers are waiting already
   */
  public <T> T whileCallerWaits(Supplier<T> questions) {
    if (isAsking()) {
      return questions.get();
    }
    if (!places.tryAcquire()) {
      throw new Unavailable("too many callers are querying the registrar now", false);
    }
    try {
      return besideOrders(questions);
    } finally {
      places.release();
    }
  }

  /** Makes a query in the background. */
  public void besideOrders(Runnable questions) {
    besideOrders(
        () -> {
          questions.run();
          return null;
        });
  }

  /** Makes a query with a result in the background. */
  public <T> T besideOrders(Supplier<T> questions) {
    ASKING.set(true);
    try {
      return questions.get();
    } finally {
      ASKING.remove();
    }
  }
}
