package io.domainflow.rest.domain;

import io.domainflow.consent.DisputeHold;
import io.domainflow.consent.HoldKind;
import java.time.Instant;

/** A dispute hold, as shown to staff. */
record HoldView(
    String domain,
    String domainUnicode,
    HoldKind kind,
    String reference,
    String by,
    Instant since) {

  static HoldView of(DisputeHold hold) {
    return new HoldView(
        hold.domain().ascii(),
        hold.domain().unicode(),
        hold.kind(),
        hold.reference(),
        hold.by(),
        hold.since());
  }
}
