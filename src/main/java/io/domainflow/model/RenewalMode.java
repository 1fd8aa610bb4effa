package io.domainflow.model;

/**
 * What the registrar does with a name at the end of its period (SetDomainRenewalMode).
 *
 * <p>Names are registered with {@link #AUTOEXPIRE}: the registrar's own default renews them whether
 * the customer has paid or not.
 */
public enum RenewalMode {
  /** Renewed by the registrar on its finalization date. */
  AUTORENEW,
  /** Expires: deleted, or handed to the registry where that exists. */
  AUTOEXPIRE,
  /** Deleted on the failure date. */
  AUTODELETE
}
