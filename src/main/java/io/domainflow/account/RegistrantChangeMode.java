package io.domainflow.account;

/**
 * What to do when a change of registrant would lock a name against transfers (ICANN's transfer
 * policy: 60 days, unless the prior registrant has opted out).
 */
public enum RegistrantChangeMode {
  /** Change at once; the lock is accepted. */
  LOCK_AT_ONCE,
  /** Wait for a consent that also opts out of the lock. */
  WAIT_WITHOUT_LOCK,
  /** Wait for that consent; when it does not come in time, change and accept the lock. */
  WAIT_THEN_LOCK,
  /** Ask an operator each time. */
  ASK
}
