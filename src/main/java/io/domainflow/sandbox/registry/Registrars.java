package io.domainflow.sandbox.registry;

/** Registrars by the names that answers call them. */
public final class Registrars {

  /** This registrar, as it calls itself. */
  public static final String HERE = "1api GmbH";

  private static final String ELSEWHERE = "Other Registrar, Inc.";

  private Registrars() {}

  /** The registrar a name is at; by its account here, null for another registrar. */
  public static String of(String account) {
    return account == null ? ELSEWHERE : HERE;
  }
}
