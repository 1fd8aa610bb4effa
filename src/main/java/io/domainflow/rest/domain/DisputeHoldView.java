package io.domainflow.rest.domain;

import io.domainflow.consent.DisputeHold;
import io.domainflow.consent.DisputeHoldKind;
import java.time.Instant;

/** A hold as staff sees it. */
record DisputeHoldView(
    String domain,
    String domainUnicode,
    DisputeHoldKind kind,
    String reference,
    String by,
    Instant since) {

  static DisputeHoldView of(DisputeHold hold) {
    return new DisputeHoldView(
        hold.domain().ascii(),
        hold.domain().unicode(),
        hold.kind(),
        hold.reference(),
        hold.by(),
        hold.since());
  }
}
