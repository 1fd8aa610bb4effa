package io.domainflow.sandbox.stored;

import java.util.Locale;

/**
 * A tag that an account has created for its names, zones or services.
 *
 * @param type DOMAIN, ZONE or SERVICE
 */
public record Tag(String account, String type, String name, String description) implements Stored {
  @Override
  public String key() {
    return key(account, type, name);
  }

  /** The key of a tag; names are compared ignoring case. */
  public static String key(String account, String type, String name) {
    return account + " " + type + " " + name.toLowerCase(Locale.ROOT);
  }
}
