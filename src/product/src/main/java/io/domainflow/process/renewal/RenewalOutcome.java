package io.domainflow.process.renewal;

import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.content.Operation;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;

/** The result of a renewal or restore, as read back. */
final class RenewalOutcome {

  private RenewalOutcome() {}

  static Outcome of(ProvisioningOrder order, ReadDomain.Result domain, Instant now) {
    Instant ordered = domain.chargedLater(now);
    return new Outcome(
        order.content().operation() == Operation.RESTORE
            ? Outcome.Code.RESTORED
            : Outcome.Code.RENEWED,
        domain.periodEnd(),
        domain.renewalMode().orElse(null),
        domain.transferLockedUntil().orElse(null),
        ordered != null ? RenewalWords.chargedLater("The renewal", ordered, null) : null);
  }
}
