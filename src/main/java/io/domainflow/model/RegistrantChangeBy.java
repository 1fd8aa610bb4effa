package io.domainflow.model;

/** How the registrant of a name changes in a zone. */
public enum RegistrantChangeBy {
  /** A change with the consents of ICANN's transfer policy, section II: generic zones. */
  ICANN_TRADE,
  /** A change of registrant of the registry's own. */
  TRADE,
  /** The registrant is just overwritten. */
  UPDATE,
  /** It is not done by the registrar: the registry has forms, or wants a new registration. */
  ELSEWHERE,
  /** The registrar does not say, or in a word that is not known. */
  UNKNOWN
}
