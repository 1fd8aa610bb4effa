package io.domainflow.consent;

/** Whether a consent is still valid. */
public enum ConsentState {
  /** It is valid. */
  VALID,
  /** The data that it was given for was changed later. */
  VOID,
  /** It was revoked. */
  REVOKED
}
