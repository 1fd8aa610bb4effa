package io.domainflow.account;

/**
 * How to change a registrant if the change would lock the name against transfers (ICANN's transfer
 * policy: 60 days, unless the prior registrant has opted out). The registrar offers no change that
 * neither waits for the prior registrant nor locks.
 */
public enum RegistrantChangeMode {
  /** The designated agent confirms for both sides: the change is made at once, with the lock. */
  LOCK_AT_ONCE,
  /**
   * The prior registrant, who has opted out of the lock, gets a mail and has to confirm in time: no
   * lock afterwards.
   */
  WAIT_WITHOUT_LOCK,
  /**
   * The prior registrant gets a mail and has to confirm in time; then the change is made, with the
   * lock. This is the policy's default.
   */
  WAIT_THEN_LOCK,
  /** Ask an operator each time. */
  ASK
}
