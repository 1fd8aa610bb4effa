package io.domainflow.process.outgoingtransfer;

import io.domainflow.order.domain.RecentChanges;
import io.domainflow.order.domain.RecentChanges.Changes;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.process.Facts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What speaks against letting a name go: locks, and signs that somebody steals it. */
@Component
class TransferSigns {

  /** How long before a request its auth code may have been ordered. */
  private static final Duration CODE_BEFORE = Duration.ofDays(60);

  private final OutgoingTransfers transfers;
  private final StoredDomains domains;
  private final RecentChanges changes;
  private final Clock clock;

  TransferSigns(
      OutgoingTransfers transfers, StoredDomains domains, RecentChanges changes, Clock clock) {
    this.transfers = transfers;
    this.domains = domains;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What is known of a name that somebody wants.
   *
   * @param changeLockUntil end of the lock after a change of registrant; null if none runs
   * @param changes when it was changed last
   */
  record Signs(
      @Nullable Instant changeLockUntil,
      boolean authCodeOrdered,
      boolean lockOpenedLately,
      boolean setUpChangedLately,
      Changes changes) {

    /** For the decision table. */
    Map<String, Object> facts() {
      return new Facts()
          .and(OutgoingTransferProcess.CHANGE_LOCK_RUNNING, changeLockUntil != null)
          .and(OutgoingTransferProcess.AUTH_CODE_ORDERED, authCodeOrdered)
          .and(OutgoingTransferProcess.LOCK_OPENED_LATELY, lockOpenedLately)
          .and(OutgoingTransferProcess.SET_UP_CHANGED_LATELY, setUpChangedLately)
          .map();
    }
  }

  /** Looks at what is stored of a name. */
  Signs of(OutgoingTransfer transfer) {
    Changes recent = changes.of(transfer.account(), transfer.domain());
    Instant found = transfer.foundAt();
    return new Signs(
        changeLock(transfer),
        transfers.authCodeOrdered(transfer, found.minus(CODE_BEFORE)),
        RecentChanges.isLately(recent.lockOpenedAt(), found),
        RecentChanges.isLately(recent.registrantAt(), found)
            || RecentChanges.isLately(recent.nameserversAt(), found),
        recent);
  }

  private @Nullable Instant changeLock(OutgoingTransfer transfer) {
    return domains
        .find(transfer.account(), transfer.domain())
        .map(StoredDomain::changeLock)
        .map(StoredDomain.ChangeLock::until)
        .filter(until -> until.isAfter(clock.instant()))
        .orElse(null);
  }
}
