package io.domainflow.process.suspension;

import io.domainflow.model.RenewalMode;
import io.domainflow.order.content.Operation;
import io.domainflow.order.content.OrderContent;
import io.domainflow.order.content.SuspensionOrder;
import io.domainflow.order.domain.ExpiringDomains;
import io.domainflow.order.progress.Suspension;
import io.domainflow.order.progress.SuspensionPlan;
import io.domainflow.order.progress.SuspensionPlan.HoldChange;
import io.domainflow.registrar.command.ReadDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what an order has to change, from the state of the name and what is stored about it. */
@Component
class SuspensionPlanner {

  private final ExpiringDomains ending;
  private final Clock clock;

  SuspensionPlanner(ExpiringDomains ending, Clock clock) {
    this.ending = ending;
    this.clock = clock;
  }

  /** What to do; if nothing is stored, nobody here has changed the name. */
  SuspensionPlan plan(
      OrderContent order, Optional<Suspension> remembered, ReadDomain.Result domain) {
    RenewalMode now = domain.renewalMode().orElse(null);
    return new SuspensionPlan(
        remembered.isPresent() ? remembered.get().modeBefore() : now,
        remembered.filter(known -> isSetSince(known, now)).map(known -> now).orElse(null),
        order.operation() != Operation.UNSUSPEND
            && isChargedAutomatically(domain)
            && !mayBePaidByOrder(order, domain),
        holdChange(
            order, remembered.filter(Suspension::holdSet).isPresent(), domain.state().onHold()),
        null);
  }

  private boolean mayBePaidByOrder(OrderContent order, ReadDomain.Result domain) {
    Instant expiresAt = domain.expiresAt();
    return expiresAt != null && ending.mayBePaidByOrder(order.account(), order.domain(), expiresAt);
  }

  // An order that could not continue has already restored the earlier mode.
  private static boolean isSetSince(Suspension remembered, @Nullable RenewalMode now) {
    return now != null && now != remembered.modeSet() && now != remembered.modeBefore();
  }

  // A hold that somebody else has set is left in place.
  private static @Nullable HoldChange holdChange(OrderContent order, boolean ours, boolean onHold) {
    return switch (order.operation()) {
      case SUSPEND ->
          order.as(SuspensionOrder.class).hold() && !onHold
              ? HoldChange.PUT
              : !order.as(SuspensionOrder.class).hold() && ours && onHold ? HoldChange.LIFT : null;
      case UNSUSPEND -> ours && onHold ? HoldChange.LIFT : null;
      default -> null;
    };
  }

  /**
   * Whether the registrar has charged the next period automatically and has not renewed the name
   * yet. A period that an order has paid in advance is not reversed.
   */
  private boolean isChargedAutomatically(ReadDomain.Result domain) {
    Instant paidUntil = domain.paidUntil();
    Instant expiresAt = domain.expiresAt();
    Instant chargesNext = domain.accountingDate();
    if (domain.renewalMode().filter(mode -> mode == RenewalMode.AUTORENEW).isEmpty()
        || paidUntil == null
        || expiresAt == null
        || chargesNext == null
        || !paidUntil.isAfter(expiresAt)) {
      return false;
    }
    Instant now = clock.instant();
    // The last renewal date was as long before the end of the period as the next one is.
    Instant chargedAt = chargesNext.minus(Duration.between(expiresAt, paidUntil));
    return !now.isBefore(chargedAt)
        && (domain.finalizationDate() == null || now.isBefore(domain.finalizationDate()));
  }
}
