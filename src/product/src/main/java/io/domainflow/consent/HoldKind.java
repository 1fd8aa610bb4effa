package io.domainflow.consent;

/**
 * The proceedings that prevent a change of registrant (ICANN's Transfer Policy, section II: the
 * registrar must refuse the change then).
 */
public enum HoldKind {
  /** Uniform Domain-Name Dispute-Resolution Policy. */
  UDRP,
  /** Uniform Rapid Suspension. */
  URS,
  /** Transfer Dispute Resolution Policy. */
  TDRP,
  /** A dispute before a court. */
  COURT
}
