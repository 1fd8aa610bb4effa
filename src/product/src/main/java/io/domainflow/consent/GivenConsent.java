package io.domainflow.consent;

import java.time.Instant;

/**
 * A consent included in an order.
 *
 * @param basis the legal basis, such as the agreement in which the registrant made the reseller its
 *     designated agent
 * @param textVersion version of the text that the registrant agreed to
 * @param evidence where the proof is
 * @param optOutOfLock whether the registrant also opts out of the transfer lock
 * @param by login of the API client that states it
 */
public record GivenConsent(
    ConsentSide side,
    String basis,
    String textVersion,
    Instant givenAt,
    String evidence,
    boolean optOutOfLock,
    String by) {

  /** Omits texts written by people, which must not get into logs. */
  @Override
  public String toString() {
    return "GivenConsent[" + side + "]";
  }
}
