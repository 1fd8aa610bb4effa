package io.domainflow.owner;

import io.domainflow.client.ApiClient;
import io.domainflow.model.InvalidValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom names can belong to.
 *
 * @param text {@code client/shop}, {@code group/shop}, or the login of a user
 */
public record Owner(String text) {

  private static final String GROUP_PREFIX = "group/";

  /** What the engine takes for a user. */
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9]{1,64}");

  /**
   * Reads an owner as people write it. Whether there is such a client, group or user is another
   * matter.
   *
   * @throws InvalidValue if it can be none
   */
  public static Owner of(String text) {
    if (text.startsWith(GROUP_PREFIX)) {
      ApiClient.name(text.substring(GROUP_PREFIX.length()));
    } else if (ApiClient.isLogin(text)) {
      ApiClient.name(ApiClient.nameOf(text));
    } else if (!USER.matcher(text).matches()) {
      throw new InvalidValue(
          "must be client/ and the name of an API client, group/ and a group of them, or a user of"
              + " the group billing");
    }
    return new Owner(text);
  }

  /** A client or user by its login. */
  public static Owner ofLogin(String login) {
    return new Owner(login);
  }

  /** A group of clients by its name. */
  public static Owner ofGroup(String name) {
    return new Owner(GROUP_PREFIX + name);
  }

  /**
   * An owner as it is stored.
   *
   * @param text null for nobody
   * @return null for nobody
   */
  public static @Nullable Owner ofStored(@Nullable String text) {
    return text == null ? null : new Owner(text);
  }

  /** How an owner is stored and shown; null for nobody. */
  public static @Nullable String textOf(@Nullable Owner owner) {
    return owner == null ? null : owner.text;
  }

  boolean isGroup() {
    return text.startsWith(GROUP_PREFIX);
  }

  /** The name of a group. */
  String group() {
    return text.substring(GROUP_PREFIX.length());
  }

  @Override
  public String toString() {
    return text;
  }
}
