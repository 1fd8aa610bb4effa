package io.domainflow.account;

import io.domainflow.model.InvalidValue;

/**
 * The registrar's quota for an account, in points of which a fifth expires every minute.
 *
 * @param soft above this the registrar answers slowly; Domainflow stays below
 * @param hard above this the registrar refuses the account
 */
public record Quota(int soft, int hard) {

  /** The limits that the registrar publishes. */
  public static final Quota DEFAULT = new Quota(300, 500);

  /**
   * Checks the limits.
   *
   * @throws InvalidValue if they are inconsistent
   */
  public Quota {
    if (soft < 1 || hard < soft) {
      throw new InvalidValue("must be at least 1, and the hard mark not below the soft one");
    }
  }
}
