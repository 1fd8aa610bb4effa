package io.domainflow.process.outgoingtransfer;

import io.domainflow.consent.DisputeHold;
import io.domainflow.consent.DisputeHolds;
import io.domainflow.consent.HoldKind;
import io.domainflow.model.Section;
import io.domainflow.order.domain.RecentChanges;
import io.domainflow.order.domain.RecentChanges.Changes;
import io.domainflow.order.domain.StoredDomain;
import io.domainflow.order.domain.StoredDomains;
import io.domainflow.order.domain.StoredSections;
import io.domainflow.order.leaving.DenialReason;
import io.domainflow.order.leaving.OutgoingTransfer;
import io.domainflow.order.leaving.OutgoingTransfers;
import io.domainflow.order.leaving.OutgoingTransfers.CodeOrder;
import io.domainflow.owner.DomainOwners;
import io.domainflow.process.StepVariables;
import io.domainflow.process.domain.LoginHistory;
import io.domainflow.process.outgoingtransfer.OutgoingTransferTerms.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what speaks against letting a name go: locks, and signs of theft. */
@Component
class TransferSigns {

  /** The input of the decision table for a name that is not disputed. */
  static final String NO_DISPUTE = "NONE";

  private final OutgoingTransfers transfers;
  private final OutgoingTransferTerms terms;
  private final StoredDomains domains;
  private final RecentChanges changes;
  private final LoginHistory logins;
  private final DisputeHolds holds;
  private final DomainOwners owners;
  private final StoredSections sections;
  private final Clock clock;

  TransferSigns(
      OutgoingTransfers transfers,
      OutgoingTransferTerms terms,
      StoredDomains domains,
      RecentChanges changes,
      LoginHistory logins,
      DisputeHolds holds,
      DomainOwners owners,
      StoredSections sections,
      Clock clock) {
    this.transfers = transfers;
    this.terms = terms;
    this.domains = domains;
    this.changes = changes;
    this.logins = logins;
    this.holds = holds;
    this.owners = owners;
    this.sections = sections;
    this.clock = clock;
  }

  /**
   * What is known of a name with an outgoing transfer.
   *
   * @param terms that apply to the request
   * @param changeLockUntil end of the lock after a change of registrant; null if none is in force
   * @param newName whether it was registered or transferred so recently that it may, or must, stay;
   *     null if that is not known
   * @param code who has recently ordered the auth code; null if nobody has
   * @param codeLoginMadeAt when that login was created or last changed; null if that is not known
   * @param codeLoginNew whether it was new then
   * @param ownerChangedLately whether the name was recently taken from an owner
   * @param changes when the name was last changed
   * @param differing sections that differ from their wanted settings
   * @param compared whether there are wanted settings of the name, so that something could differ
   * @param dispute the dispute over the name
   */
  record Signs(
      Terms terms,
      boolean toOtherAccount,
      @Nullable Instant changeLockUntil,
      @Nullable Boolean newName,
      @Nullable CodeOrder code,
      @Nullable Instant codeLoginMadeAt,
      boolean codeLoginNew,
      boolean lockOpenedLately,
      boolean setUpChangedLately,
      boolean ownerChangedLately,
      Changes changes,
      Set<Section> differing,
      boolean compared,
      @Nullable HoldKind dispute) {

    /** The inputs of the decision table. */
    Map<String, Object> facts() {
      return new StepVariables()
          .and(OutgoingTransferProcess.POLICY_VERSION, terms.policyVersion())
          .and(OutgoingTransferProcess.TO_OTHER_ACCOUNT, toOtherAccount)
          .and(OutgoingTransferProcess.CHANGE_LOCK_RUNNING, changeLockUntil != null)
          .and(OutgoingTransferProcess.NEW_NAME, Boolean.TRUE.equals(newName))
          .and(OutgoingTransferProcess.AUTH_CODE_ORDERED, code != null)
          .and(OutgoingTransferProcess.CODE_LOGIN_NEW, codeLoginNew)
          .and(OutgoingTransferProcess.LOCK_OPENED_LATELY, lockOpenedLately)
          .and(OutgoingTransferProcess.SET_UP_CHANGED_LATELY, setUpChangedLately)
          .and(OutgoingTransferProcess.OWNER_CHANGED_LATELY, ownerChangedLately)
          .and(OutgoingTransferProcess.DISPUTE, dispute == null ? NO_DISPUTE : dispute.name())
          .map();
    }

    /** The reasons of the terms for which the request may be denied, as far as is known. */
    Set<DenialReason> reasons() {
      Set<DenialReason> reasons = EnumSet.copyOf(terms.reasons());
      if (changeLockUntil == null) {
        reasons.remove(DenialReason.CHANGE_OF_REGISTRANT_LOCK);
      }
      if (Boolean.FALSE.equals(newName)) {
        reasons.remove(DenialReason.WITHIN_60_DAYS);
        reasons.remove(DenialReason.WITHIN_720_HOURS);
      }
      return reasons;
    }
  }

  /** Reads what is stored of a name, and what the last check of it has shown. */
  Signs of(OutgoingTransfer transfer) {
    Terms applying = terms.of(transfer);
    Changes recent = changes.of(transfer.account(), transfer.domain());
    Set<Section> differing = transfer.foundDiffering();
    Instant lately = transfer.foundAt().minus(applying.changedBefore());
    CodeOrder code =
        transfers.codeOrders(transfer, codesSince(transfer, applying.codeBefore())).stream()
            .findFirst()
            .orElse(null);
    Instant loginMadeAt =
        code == null ? null : logins.changedAt(code.login(), code.at()).orElse(null);
    return new Signs(
        applying,
        transfer.toOtherAccount(),
        changeLock(transfer),
        newName(transfer, applying.newName()),
        code,
        loginMadeAt,
        code != null
            && loginMadeAt != null
            && loginMadeAt.plus(applying.newLogin()).isAfter(code.at()),
        isLater(recent.lockOpenedAt(), lately) || differing.contains(Section.TRANSFER_LOCK),
        isLater(recent.registrantAt(), lately)
            || isLater(recent.nameserversAt(), lately)
            || differing.contains(Section.REGISTRANT_DETAILS)
            || differing.contains(Section.NAMESERVERS)
            || differing.contains(Section.CONTACTS),
        isLater(owners.takenAt(transfer.account(), transfer.domain()).orElse(null), lately),
        recent,
        differing,
        sections.find(transfer.account(), transfer.domain()).values().stream()
            .anyMatch(section -> section.wanted() != null),
        holds.find(transfer.domain()).map(DisputeHold::kind).orElse(null));
  }

  // An auth code that an earlier owner has ordered is not the one with which the present owner
  // leaves.
  private Instant codesSince(OutgoingTransfer transfer, Duration before) {
    Instant since = transfer.foundAt().minus(before);
    return owners
        .handedOverAt(transfer.account(), transfer.domain())
        .filter(since::isBefore)
        .orElse(since);
  }

  private static boolean isLater(@Nullable Instant at, Instant than) {
    return at != null && at.isAfter(than);
  }

  private @Nullable Boolean newName(OutgoingTransfer transfer, Duration newFor) {
    return transfer.nameSince() == null
        ? null
        : transfer
            .nameSince()
            .plus(newFor)
            .isAfter(transfer.requestedAt() == null ? transfer.foundAt() : transfer.requestedAt());
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
