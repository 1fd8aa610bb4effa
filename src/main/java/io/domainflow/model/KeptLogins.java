package io.domainflow.model;

/** Knows logins that something is kept under, which the next user with the same login would get. */
public interface KeptLogins {

  /** Whether orders or domain names are kept under a login. */
  boolean isKept(String login);
}
