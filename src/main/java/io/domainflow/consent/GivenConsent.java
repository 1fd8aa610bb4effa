package io.domainflow.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A consent that an order brings along.
 *
 * @param basis what it rests on, such as the agreement in which the registrant made the reseller
 *     its designated agent
 * @param textVersion version of the text that the registrant agreed to
 * @param evidence where the proof is
 * @param optOutOfLock whether the registrant also wants no lock against transfers
 * @param by login of the API client that says so; null in orders that were taken before it was
 *     noted
 */
public record GivenConsent(
    ConsentSide side,
    String basis,
    String textVersion,
    Instant givenAt,
    String evidence,
    boolean optOutOfLock,
    @Nullable String by) {

  /** What people wrote must not slip into a log line by accident. */
  @Override
  public String toString() {
    return "GivenConsent[" + side + "]";
  }
}
