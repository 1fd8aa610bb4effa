package io.domainflow.process.update;

import io.domainflow.order.ProvisioningOrder;
import io.domainflow.order.domain.RecentChanges;
import io.domainflow.order.domain.RecentChanges.Changes;
import io.domainflow.order.progress.Update;
import io.domainflow.order.progress.Updates;
import io.domainflow.process.domain.OwnerSigns;
import org.springframework.stereotype.Component;

/**
 * Measures the risk of an update to the holder of the name, including changes made shortly before,
 * so that a theft split over two orders also needs an approval.
 */
@Component
class UpdateRisks {

  private final RecentChanges changes;
  private final Updates updates;
  private final OwnerSigns owners;

  UpdateRisks(RecentChanges changes, Updates updates, OwnerSigns owners) {
    this.changes = changes;
    this.updates = updates;
    this.owners = owners;
  }

  UpdateRisk of(ProvisioningOrder order, Update update) {
    UpdateRisk risk =
        UpdateRisk.of(
                update,
                updates.beforeNameservers(
                    order.content().account(),
                    order.content().domain(),
                    RecentChanges.lately(order.createdAt())))
            .withOwner(
                RecentChanges.isLately(owners.takenAt(order).orElse(null), order.createdAt()),
                owners.isOrderedByStaff(order));
    Changes before = changes.of(order.content().account(), order.content().domain());
    return risk.with(
        risk.transferLockOpened()
            && RecentChanges.isLately(before.nameserversAt(), order.createdAt()),
        risk.allNameserversReplaced()
            && (RecentChanges.isLately(before.lockOpenedAt(), order.createdAt())
                || RecentChanges.isLately(before.lockOpenedForCodeAt(), order.createdAt()))
            && staysOpen(update));
  }

  private static boolean staysOpen(Update update) {
    return !Boolean.TRUE.equals(update.before().transferLock())
        && !Boolean.TRUE.equals(update.wanted().transferLock());
  }
}
