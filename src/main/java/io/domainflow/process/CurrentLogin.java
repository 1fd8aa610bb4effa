package io.domainflow.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who is acting on the engine. */
public final class CurrentLogin {

  // For whom the application acts in this thread, in its own name.
  private static final ThreadLocal<String> CALLER = new ThreadLocal<>();

  private CurrentLogin() {}

  /**
   * The person or program behind what is done: the one that works in the engine, or calls an API
   * that acts on it in the application's own name. It is never taken from the order: that somebody
   * else has placed it says nothing about who is acting.
   *
   * @throws IllegalStateException if the application acts in its own name, as in a job
   */
  public static String acting() {
    return known()
        .orElseThrow(() -> new IllegalStateException("nobody has called for what is done here"));
  }

  /** As {@link #acting}; nobody where the application acts in its own name. */
  public static Optional<String> known() {
    return inTheEngine().or(() -> Optional.ofNullable(CALLER.get()));
  }

  /**
   * The user who works in the engine, over its REST API or in Tasklist; nobody where the
   * application acts in its own name, also for a caller of its own API.
   */
  public static Optional<String> inTheEngine() {
    return authentication().map(Authentication::getUserId);
  }

  /** The groups of the user who works in the engine. */
  public static List<String> groups() {
    return authentication().map(Authentication::getGroupIds).orElse(List.of());
  }

  /** Does something in the application's own name, for a caller. */
  static <T> T actingFor(String login, Supplier<T> action) {
    String before = CALLER.get();
    CALLER.set(login);
    try {
      return action.get();
    } finally {
      if (before == null) {
        CALLER.remove();
      } else {
        CALLER.set(before);
      }
    }
  }

  private static Optional<Authentication> authentication() {
    return Optional.ofNullable(
        Context.getProcessEngineConfiguration().getIdentityService().getCurrentAuthentication());
  }
}
