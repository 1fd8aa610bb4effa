package io.domainflow.model;

/** The role of a contact for a name. */
public enum ContactRole {
  /** The holder of the name. */
  REGISTRANT,
  ADMIN,
  TECH,
  BILLING
}
