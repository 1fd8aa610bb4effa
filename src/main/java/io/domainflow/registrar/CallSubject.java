package io.domainflow.registrar;

import java.util.Optional;
import java.util.UUID;

/** Which order the registrar is asked for. */
public final class CallSubject {

  private static final ThreadLocal<UUID> ORDER = new ThreadLocal<>();

  private CallSubject() {}

  /** Does something; what is asked meanwhile on this thread is asked for the order. */
  public static void order(UUID order, Runnable asking) {
    ORDER.set(order);
    try {
      asking.run();
    } finally {
      ORDER.remove();
    }
  }

  /** The order for which this thread is asking, if for any. */
  static Optional<UUID> current() {
    return Optional.ofNullable(ORDER.get());
  }
}
