package io.domainflow.consent;

import io.domainflow.model.DomainName;
import java.time.Instant;
import java.util.UUID;

/**
 * A recorded consent.
 *
 * @param orderReference reference of the order whose change it is for
 * @param agent who confirms for that side as its designated agent
 * @param basis the legal basis, such as the agreement in which the registrant made the reseller its
 *     designated agent
 * @param textVersion version of the text that the registrant agreed to
 * @param evidence where the proof is; for {@link Channel#STANDING} the id of the authorisation
 * @param by the person or login that recorded it
 * @param givenAt when the registrant agreed
 * @param fingerprint of the data that the registrant agreed to, see {@link Fingerprint}
 */
public record Consent(
    UUID id,
    String account,
    DomainName domain,
    String orderReference,
    ConsentSide side,
    ConsentKind kind,
    String agent,
    String basis,
    String textVersion,
    String evidence,
    Channel channel,
    String by,
    Instant givenAt,
    Instant recordedAt,
    String fingerprint,
    ConsentState state) {

  /** Omits texts written by people, which must not get into logs. */
  @Override
  public String toString() {
    return "Consent[" + id + ", " + domain + ", " + side + ", " + kind + ", " + state + "]";
  }
}
