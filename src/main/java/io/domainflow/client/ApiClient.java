package io.domainflow.client;

import io.domainflow.model.InvalidValue;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program that uses the order API: no person, and no user of the engine.
 *
 * @param name unique for good while it has orders
 * @param description what administrators want to remember; may be empty
 * @param group of programs that have their names together; null for none
 * @param requestsPerMinute how many requests it may send; null for as many as everybody
 */
public record ApiClient(
    String name,
    String description,
    @Nullable String group,
    Scope scope,
    @Nullable Integer requestsPerMinute,
    ClientState state,
    Instant createdAt) {

  /** The most that {@link #requestsPerMinute} can be. */
  public static final int MOST_REQUESTS_PER_MINUTE = 1_000_000;

  // The engine's users have no slash in their names: none can take over a client's orders.
  private static final String LOGIN_PREFIX = "client/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,30}");

  /** The login under which its orders are stored, and which the engine sees. */
  public String login() {
    return login(name);
  }

  /** The login of the client of this name. */
  public static String login(String name) {
    return LOGIN_PREFIX + name;
  }

  /** Whether a login is that of a client, be there one or not. */
  public static boolean isLogin(String login) {
    return login.startsWith(LOGIN_PREFIX);
  }

  /** The name of the client that has this login. */
  public static String nameOf(String login) {
    return login.substring(LOGIN_PREFIX.length());
  }

  /**
   * Checks the name of a client, or of a group of them.
   *
   * @throws InvalidValue if it is not one
   */
  public static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new InvalidValue("must have 2 to 31 of a-z, 0-9 and -, and must not begin with -");
    }
    return text;
  }

  /** The same client with other settings. */
  public ApiClient with(
      String otherDescription,
      String otherGroup,
      Scope otherScope,
      Integer otherRequestsPerMinute,
      ClientState now) {
    return new ApiClient(
        name, otherDescription, otherGroup, otherScope, otherRequestsPerMinute, now, createdAt);
  }
}
