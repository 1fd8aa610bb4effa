package io.domainflow.registrar;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The step and process for which a call to the registrar is made.
 *
 * @param order the order of the process; null for other processes
 * @param waiting whether the order keeps waiting meanwhile, as during a mere check
 */
public record CallContext(String processInstance, @Nullable UUID order, boolean waiting) {

  private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> SENT = new ThreadLocal<>();

  /** Runs an action; calls made meanwhile on this thread are for the step. */
  public void whenAsking(Runnable asking) {
    CURRENT.set(this);
    SENT.remove();
    try {
      asking.run();
    } finally {
      CURRENT.remove();
      SENT.remove();
    }
  }

  /**
   * Notes that this thread's step has sent a command that changes something and may be repeated.
   */
  static void sent() {
    SENT.set(true);
  }

  /** Whether this thread's step has sent a command that changes something and may be repeated. */
  public static boolean hasSent() {
    return Boolean.TRUE.equals(SENT.get());
  }

  /** The subject of this thread's calls, if it executes a step. */
  static Optional<CallContext> current() {
    return Optional.ofNullable(CURRENT.get());
  }
}
