package io.domainflow.sandbox.stored;

/** Computes the stored hash of a password. */
public final class PasswordHash {

  private PasswordHash() {}

  public static String of(String login, String password) {
    return AuthCodes.hash("password:" + login + ":" + password);
  }
}
