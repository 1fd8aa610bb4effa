package io.domainflow.consent;

import io.domainflow.model.DomainName;
import java.time.Instant;

/**
 * A consent to be recorded; its members are those of {@link Consent}.
 *
 * @param evidence where the proof is; for {@link Channel#STANDING} the id of the authorisation
 */
public record ConsentDraft(
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
    String fingerprint) {

  /** Omits texts written by people, which must not get into logs. */
  @Override
  public String toString() {
    return "ConsentDraft[" + domain + ", " + side + ", " + kind + "]";
  }
}
