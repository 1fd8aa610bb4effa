package io.domainflow.model;

/**
 * What the registrar does with a name at the end of its period (SetDomainRenewalMode).
 *
 * <p>Names are registered with {@link #AUTOEXPIRE}, because the registrar's default would renew
 * them whether the customer has paid or not.
 */
public enum RenewalMode {
  /** Renewed by the registrar on its finalization date. */
  AUTORENEW,
  /** Expires: deleted, or handed to the registry where that is possible. */
  AUTOEXPIRE,
  /** Deleted on the failure date. */
  AUTODELETE
}
