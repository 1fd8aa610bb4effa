package io.domainflow.model;

/** How the registrant of a name changes in a zone. */
public enum RegistrantChangeBy {
  /** A change with the consents of ICANN's transfer policy, section II: generic zones. */
  ICANN_TRADE,
  /** The registry's own change of registrant. */
  TRADE,
  /** A plain update of the registrant. */
  UPDATE,
  /** Not through the registrar: the registry has forms, or requires a new registration. */
  ELSEWHERE,
  /** Not stated by the registrar, or as an unknown value. */
  UNKNOWN
}
