package io.domainflow.account;

/**
 * What to do when a change of registrant would lock a name against transfers (ICANN's transfer
 * policy: 60 days, unless the prior registrant has opted out). The registrar offers no change that
 * neither waits for the prior registrant nor locks.
 */
public enum RegistrantChangeMode {
  /** The designated agent confirms for both sides: the change is made at once, with the lock. */
  LOCK_AT_ONCE,
  /**
   * The prior registrant, who has opted out of the lock, is mailed and has to confirm in time: no
   * lock afterwards.
   */
  WAIT_WITHOUT_LOCK,
  /**
   * The prior registrant is mailed and has to confirm in time; then the change is made, with the
   * lock. What the policy provides for when nobody chooses anything.
   */
  WAIT_THEN_LOCK,
  /** Ask an operator each time. */
  ASK
}
