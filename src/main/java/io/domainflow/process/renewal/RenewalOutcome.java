package io.domainflow.process.renewal;

import io.domainflow.order.Outcome;
import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.wanted.Operation;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The result of a renewal or restore, as read back. */
final class RenewalOutcome {

  private RenewalOutcome() {}

  /** The end that counts is the one up to which the name is paid: there it renews automatically. */
  static Outcome of(ProvisioningOrder order, ReadDomain.Result domain, Instant now) {
    Instant ordered = domain.chargedLater(now);
    return new Outcome(
        order.request().operation() == Operation.RESTORE
            ? Outcome.Code.RESTORED
            : Outcome.Code.RENEWED,
        paidUntil(domain),
        domain.renewalMode().orElse(null),
        domain.transferLockedUntil().orElse(null),
        ordered != null
            ? "The renewal is ordered. The registrar charges the account for it on "
                + ordered.atOffset(ZoneOffset.UTC).toLocalDate()
                + " and renews the name then, if the balance is sufficient."
            : null);
  }

  /** The end that counts; null while the registrar states none. */
  static @Nullable Instant paidUntil(ReadDomain.Result domain) {
    Instant expiresAt = domain.expiresAt();
    return expiresAt == null ? domain.paidUntil() : paidUntil(domain, expiresAt);
  }

  /** The end that counts of a name whose period is known to end then. */
  static Instant paidUntil(ReadDomain.Result domain, Instant expiresAt) {
    Instant paidUntil = domain.paidUntil();
    return paidUntil != null && paidUntil.isAfter(expiresAt) ? paidUntil : expiresAt;
  }
}
