package io.domainflow.account;

/**
 * How much an account may ask of the registrar, in the registrar's points.
 *
 * @param soft from here on the registrar takes its time to answer; Domainflow stays below
 * @param hard from here on the registrar turns the account away
 */
public record Quota(int soft, int hard) {

  /** What the registrar gives an account, by its page on the quota system. */
  public static final Quota USUAL = new Quota(300, 500);
}
