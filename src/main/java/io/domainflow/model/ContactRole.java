package io.domainflow.model;

/** The part a contact plays for a name. */
public enum ContactRole {
  /** The holder of the name. */
  REGISTRANT,
  ADMIN,
  TECH,
  BILLING
}
