package io.domainflow.model;

/**
 * Something that keeps what belongs to logins, and is told in the transaction in which one of them
 * changes. A name that is free again may be given to somebody else.
 */
public interface LoginFollower {

  /** The login may be used from now on, or not for a while. */
  void loginChanged(String login, boolean active);

  /** The login was removed permanently. */
  void loginRemoved(String login);
}
