package io.domainflow.model;

/**
 * What the registrar does with a name at the end of its period (SetDomainRenewalMode).
 *
 * <p>Names are registered with {@link #AUTOEXPIRE}, because the registrar's default would renew
 * them whether the customer has paid or not.
 */
public enum RenewalMode {
  /** Renewed by the registrar on its finalization date. */
  AUTORENEW("renewed by the registrar"),
  /** Expires: deleted, or handed to the registry where that is possible. */
  AUTOEXPIRE("expires"),
  /** Deleted on the failure date. */
  AUTODELETE("deleted by the registrar");

  private final String words;

  RenewalMode(String words) {
    this.words = words;
  }

  /** What happens to the name then, for people. */
  public String words() {
    return words;
  }
}
