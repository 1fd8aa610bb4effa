package io.domainflow.client;

import io.domainflow.model.InvalidValue;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program that uses the order API; neither a person nor a user of the engine.
 *
 * @param name unique, and never reused while it has orders
 * @param description notes of administrators; may be empty
 * @param group of clients that share their names; null for none
 * @param requestsPerMinute its rate limit; null for the default
 * @param openOrders how many of its orders may be open at a time; null for the default
 */
public record ApiClient(
    String name,
    String description,
    @Nullable String group,
    Scope scope,
    @Nullable Integer requestsPerMinute,
    @Nullable Integer openOrders,
    ClientState state,
    Instant createdAt) {

  /** The maximum of {@link #requestsPerMinute}. */
  public static final int MOST_REQUESTS_PER_MINUTE = 1_000_000;

  /** The maximum of {@link #openOrders}. */
  public static final int MOST_OPEN_ORDERS = 1_000_000;

  // The engine's user ids have no slash, so no user can take over a client's orders.
  private static final String LOGIN_PREFIX = "client/";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,30}");

  /** The login of its orders, also used in the engine. */
  public String login() {
    return login(name);
  }

  /** The login of the client with this name. */
  public static String login(String name) {
    return LOGIN_PREFIX + name;
  }

  /** Whether a login has the form of a client's, whether or not the client exists. */
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

  /** The same client with different settings. */
  public ApiClient with(
      String otherDescription,
      @Nullable String otherGroup,
      Scope otherScope,
      @Nullable Integer otherRequestsPerMinute,
      @Nullable Integer otherOpenOrders,
      ClientState now) {
    return new ApiClient(
        name,
        otherDescription,
        otherGroup,
        otherScope,
        otherRequestsPerMinute,
        otherOpenOrders,
        now,
        createdAt);
  }
}
