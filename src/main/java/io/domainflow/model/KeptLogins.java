package io.domainflow.model;

/** Knows logins that something is kept under, which whoever gets the same login next would have. */
public interface KeptLogins {

  /** Whether orders or domain names are kept under a login. */
  boolean isKept(String login);
}
