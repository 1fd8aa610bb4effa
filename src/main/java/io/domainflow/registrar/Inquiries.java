package io.domainflow.registrar;

import io.domainflow.registrar.RegistrarFailure.Unavailable;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Questions to the registrar for which nobody has ordered anything: whether names are free, what an
 * order would do, what an account has. They leave orders room: a part of the account's quota, and
 * most of the threads that answer callers.
 */
@Component
public class Inquiries {

  private static final int AT_ONCE = 32;

  private static final ThreadLocal<Boolean> ASKING = ThreadLocal.withInitial(() -> false);

  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Whether what is asked on this thread is such a question. */
  static boolean isAsking() {
    return ASKING.get();
  }

  /**
   * Asks while a caller waits for the answer.
   *
   * @throws Unavailable if too many callers are waiting already
   */
  public <T> T whileCallerWaits(Supplier<T> questions) {
    if (isAsking()) {
      return questions.get();
    }
    if (!places.tryAcquire()) {
      throw new Unavailable("very many callers are asking the registrar just now", false);
    }
    try {
      return besideOrders(questions);
    } finally {
      places.release();
    }
  }

  /** Asks in the background. */
  public void besideOrders(Runnable questions) {
    besideOrders(
        () -> {
          questions.run();
          return null;
        });
  }

  /** Asks in the background for something. */
  public <T> T besideOrders(Supplier<T> questions) {
    ASKING.set(true);
    try {
      return questions.get();
    } finally {
      ASKING.remove();
    }
  }
}
