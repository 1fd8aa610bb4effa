package io.domainflow.model;

/** Knows the logins that own stored data, which a later user with the same login would inherit. */
public interface LoginUsage {

  /** Whether a login owns orders or domain names. */
  boolean isKept(String login);
}
