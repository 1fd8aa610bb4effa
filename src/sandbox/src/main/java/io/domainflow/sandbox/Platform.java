package io.domainflow.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * The platforms of the registrar that the sandbox simulates. Both share one registry, so a name in
 * an account of one platform is at another registrar for the other platform.
 */
public enum Platform {
  /** HEXONET. */
  ISPAPI("", "1api GmbH"),
  /** CentralNic Reseller. */
  CNR("cnr/", "Key-Systems GmbH");

  private final String prefix;
  private final String registrar;

  Platform(String prefix, String registrar) {
    this.prefix = prefix;
    this.registrar = registrar;
  }

  /** The stored account for a login of this platform. */
  public String account(String login) {
    return prefix + login;
  }

  /** The login of an account on its platform. */
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

  /** The registrar of record of the platform's names. */
  public String registrar() {
    return registrar;
  }
}
