package io.domainflow.consent;

/** Whether a consent still counts. */
public enum ConsentState {
  /** It stands. */
  VALID,
  /** The data that it was given for was changed later. */
  VOID,
  /** It was revoked. */
  REVOKED
}
