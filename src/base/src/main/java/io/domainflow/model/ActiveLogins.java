package io.domainflow.model;

/** Knows which logins may be used. */
public interface ActiveLogins {

  /**
   * Whether a login may be used. Within a transaction, it is neither removed nor disabled before
   * that ends.
   */
  boolean isActive(String login);
}
