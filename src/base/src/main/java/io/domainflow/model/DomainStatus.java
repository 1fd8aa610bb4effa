package io.domainflow.model;

/** The status of a name at the registrar. */
public enum DomainStatus {
  ACTIVE,
  /** The registry has yet to register it, or to delete it. */
  PENDING,
  EXPIRED,
  /** It is at another registrar or in another account. */
  TRANSFERRED_AWAY,
  DELETED,
  /** Not read yet, or the registrar states an unknown status. */
  UNKNOWN
}
