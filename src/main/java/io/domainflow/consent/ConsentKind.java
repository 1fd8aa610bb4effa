package io.domainflow.consent;

/** What somebody has agreed to. */
public enum ConsentKind {
  /** To the change of registrant. */
  CONSENT,
  /**
   * To have no lock against transfers after it. ICANN's Transfer Policy leaves this choice to the
   * prior registrant, before the change is requested.
   */
  OPT_OUT
}
