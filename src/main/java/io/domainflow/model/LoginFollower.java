package io.domainflow.model;

/**
 * A keeper of data that belongs to logins. It is called in the transaction that changes a login. A
 * free name may be given to another login.
 */
public interface LoginFollower {

  /** The login may be used from now on, or not for a while. */
  void loginChanged(String login, boolean active);

  /** The login was removed permanently. */
  void loginRemoved(String login);
}
