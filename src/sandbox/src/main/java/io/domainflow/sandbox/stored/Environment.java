package io.domainflow.sandbox.stored;

/**
 * A setting of an account.
 *
 * @param area the key, under which there may be several settings
 * @param hidden whether sub-users do not see it
 */
public record Environment(String account, String area, String name, String value, boolean hidden)
    implements Stored {
  @Override
  public String key() {
    return key(account, area, name);
  }

  public static String key(String account, String area, String name) {
    return account + "\n" + area + "\n" + name;
  }
}
