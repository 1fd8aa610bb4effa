package io.domainflow.model;

/**
 * Owns data that belongs to logins. It is called in the transaction that changes a login. The name
 * of a removed login may be used again.
 */
public interface LoginListener {

  /** A login was enabled or disabled. */
  void loginChanged(String login, boolean active);

  /**
   * The login has left the group with which it shared its names and orders: they stay with the
   * group, and nothing about them stays with the login.
   */
  void loginLeftGroup(String login);

  /** The login was removed permanently. */
  void loginRemoved(String login);
}
