package io.domainflow.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * The platforms of the registrar that the sandbox stands in for. There is one registry behind both,
 * so a name in an account of one is at another registrar for the other.
 */
public enum Platform {
  /** HEXONET's. */
  ISPAPI("", "1api GmbH"),
  /** CentralNic Reseller. */
  CNR("cnr/", "Key-Systems GmbH");

  private final String prefix;
  private final String registrar;

  Platform(String prefix, String registrar) {
    this.prefix = prefix;
    this.registrar = registrar;
  }

  /** The account that a login of this platform is kept as. */
  public String account(String login) {
    return prefix + login;
  }

  /** What an account is called on its platform. */
  public static String login(String account) {
    return account.substring(of(account).prefix.length());
  }

  /** The platform an account is on. */
  public static Platform of(String account) {
    return account.startsWith(CNR.prefix) ? CNR : ISPAPI;
  }

  /** Whether two accounts are at the same registrar; null is another registrar. */
  public static boolean same(@Nullable String account, @Nullable String other) {
    return account != null && other != null && of(account) == of(other);
  }

  /** The registrar of record of its names. */
  public String registrar() {
    return registrar;
  }
}
