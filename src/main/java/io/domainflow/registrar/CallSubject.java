package io.domainflow.registrar;

import java.util.Optional;
import java.util.UUID;

/**
 * For which step of which process the registrar is asked.
 *
 * @param order the one that the process carries out; null for other processes
 */
public record CallSubject(String processInstance, UUID order) {

  private static final ThreadLocal<CallSubject> CURRENT = new ThreadLocal<>();

  /** Does something; what is asked meanwhile on this thread is asked for the step. */
  public static void step(String processInstance, UUID order, Runnable asking) {
    CURRENT.set(new CallSubject(processInstance, order));
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
