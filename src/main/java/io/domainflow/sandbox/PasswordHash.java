package io.domainflow.sandbox;

/** What is kept of a password. */
final class PasswordHash {

  private PasswordHash() {}

  static String of(String login, String password) {
    return AuthCodes.hash("password:" + login + ":" + password);
  }
}
