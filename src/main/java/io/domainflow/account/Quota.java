package io.domainflow.account;

import io.domainflow.model.InvalidValue;

/**
 * How much an account may ask of the registrar, in the registrar's points, of which a fifth is
 * forgotten each minute.
 *
 * @param soft from here on the registrar takes its time to answer; Domainflow stays below
 * @param hard from here on the registrar turns the account away
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
