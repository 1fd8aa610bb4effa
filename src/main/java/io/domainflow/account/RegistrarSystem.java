package io.domainflow.account;

/**
 * Which of the registrar's systems an account is on. Credentials of one are never sent to another.
 */
public enum RegistrarSystem {
  /** Real names for real money. */
  LIVE,
  /** The registrar's own test system. */
  OTE,
  /** The registrar's stand-in that ships with Domainflow. */
  SANDBOX
}
