package io.domainflow.account;

import io.domainflow.model.InvalidValue;

/**
 * How much of the registrar's quota an account may use.
 *
 * @param soft points from which on calls are spread; the registrar itself slows down at 300
 * @param hard points at which calls wait
 */
public record Quota(int soft, int hard) {

  /** The registrar's published marks. */
  public static final Quota DEFAULT = new Quota(300, 500);

  /**
   * Checks the marks.
   *
   * @throws InvalidValue if they are not in order
   */
  public Quota {
    if (soft < 1 || hard < soft) {
      throw new InvalidValue("must be at least 1, and the hard mark not below the soft one");
    }
  }
}
