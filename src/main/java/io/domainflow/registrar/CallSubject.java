package io.domainflow.registrar;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For which step of which process the registrar is asked.
 *
 * @param order the one that the process carries out; null for other processes
 * @param waiting whether the order still waits meanwhile, as for what is only looked at
 */
public record CallSubject(String processInstance, @Nullable UUID order, boolean waiting) {

  private static final ThreadLocal<CallSubject> CURRENT = new ThreadLocal<>();

  /** Does something; what is asked meanwhile on this thread is asked for the step. */
  public void whenAsking(Runnable asking) {
    CURRENT.set(this);
    try {
      asking.run();
    } finally {
      CURRENT.remove();
    }
  }

  /** What this thread is asking for, if it works on a step. */
  static Optional<CallSubject> current() {
    return Optional.ofNullable(CURRENT.get());
  }
}
