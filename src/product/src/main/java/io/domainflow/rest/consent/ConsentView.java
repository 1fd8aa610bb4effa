package io.domainflow.rest.consent;

import io.domainflow.consent.Channel;
import io.domainflow.consent.Consent;
import io.domainflow.consent.ConsentKind;
import io.domainflow.consent.ConsentSide;
import io.domainflow.consent.ConsentState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A consent, as shown to those who have to prove it; times to the second.
 *
 * @param at when the registrant agreed
 */
record ConsentView(
    ConsentSide side,
    ConsentKind kind,
    Instant at,
    String by,
    String basis,
    String textVersion,
    String evidence,
    ConsentState state,
    String orderReference,
    String agent,
    Channel channel,
    Instant recordedAt,
    String fingerprint) {

  static ConsentView of(Consent consent) {
    return new ConsentView(
        consent.side(),
        consent.kind(),
        consent.givenAt().truncatedTo(ChronoUnit.SECONDS),
        consent.by(),
        consent.basis(),
        consent.textVersion(),
        consent.evidence(),
        consent.state(),
        consent.orderReference(),
        consent.agent(),
        consent.channel(),
        consent.recordedAt().truncatedTo(ChronoUnit.SECONDS),
        consent.fingerprint());
  }
}
