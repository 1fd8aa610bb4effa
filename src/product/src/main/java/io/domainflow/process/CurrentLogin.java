package io.domainflow.process;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Knows who is acting on the engine. */
public final class CurrentLogin {

  // The caller for whom the application acts in this thread, under its own identity.
  private static final ThreadLocal<String> CALLER = new ThreadLocal<>();

  private CurrentLogin() {}

  /**
   * The acting person or program: the user who works in the engine, or the caller of an API that
   * acts on it under the application's identity. It is never taken from the order: who placed the
   * order says nothing about who is acting.
   *
   * @throws IllegalStateException if nobody is behind the application's action, as in a job
   */
  public static String acting() {
    return known()
        .orElseThrow(() -> new IllegalStateException("no user or program is acting here"));
  }

  /** Like {@link #acting}; empty where the application acts for nobody. */
  public static Optional<String> known() {
    return inTheEngine().or(() -> Optional.ofNullable(CALLER.get()));
  }

  /**
   * The user who works in the engine, through its REST API or in Tasklist; empty where the
   * application acts under its own identity, even for a caller of its own API.
   */
  public static Optional<String> inTheEngine() {
    return authentication().map(Authentication::getUserId);
  }

  /** The groups of the user who works in the engine. */
  public static List<String> groups() {
    return authentication().map(Authentication::getGroupIds).orElse(List.of());
  }

  /** Does something under the application's identity, for a caller. */
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
