package io.domainflow.owner;

import io.domainflow.client.ApiClient;
import io.domainflow.model.InvalidValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An owner of names.
 *
 * @param text {@code client/shop}, {@code group/shop}, or the login of a user
 */
public record Owner(String text) {

  private static final String GROUP_PREFIX = "group/";

  /** The ids that the engine accepts for users. */
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9]{1,64}");

  /**
   * Parses an owner as written by people, without checking that it exists.
   *
   * @throws InvalidValue if it cannot be an owner
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
   * An owner as stored.
   *
   * @param text null for none
   * @return null for none
   */
  public static @Nullable Owner ofStored(@Nullable String text) {
    return text == null ? null : new Owner(text);
  }

  /** The text of an owner for storage and display; null for none. */
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
