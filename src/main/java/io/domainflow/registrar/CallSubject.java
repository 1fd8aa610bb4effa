package io.domainflow.registrar;

import java.util.Optional;
import java.util.UUID;

/**
 * Which order the registrar is asked for.
 *
 * @param waiting whether the order goes on waiting meanwhile, as for what is only looked at
 */
public record CallSubject(UUID order, boolean waiting) {

  private static final ThreadLocal<CallSubject> CURRENT = new ThreadLocal<>();

  /** Does something; what is asked meanwhile on this thread is asked for the order. */
  public void whenAsking(Runnable asking) {
    CURRENT.set(this);
    try {
      asking.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** What this thread is asking for, if for an order. */
  static Optional<CallSubject> current() {
    return Optional.ofNullable(CURRENT.get());
  }
}
