package io.domainflow.consent;

/** The subject of a consent. */
public enum ConsentKind {
  /** To the change of registrant. */
  CONSENT,
  /**
   * To the absence of a transfer lock after it. ICANN's Transfer Policy leaves this choice to the
   * prior registrant, before the change is requested.
   */
  OPT_OUT
}
