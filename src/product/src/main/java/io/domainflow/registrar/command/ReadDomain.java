package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all data of a name in this account. The auth code is dropped. */
public record ReadDomain(DomainName domain) implements Query<ReadDomain.Result> {

  /**
   * The answer. A date is null while the registrar states none.
   *
   * @param state its status
   * @param expiresAt end of the period in the platform's terms: at the registry or, where the
   *     registry extends it before anything is paid, of the paid period
   * @param paidUntil until when it is paid, or ordered to be paid; can be a year after {@code
   *     expiresAt}
   * @param failureDate when an expiring or unpaid name is deleted or handed back
   * @param accountingDate when the next renewal is charged, if the name renews automatically
   * @param finalizationDate when a paid renewal is executed; after that it cannot be reversed
   * @param renewalMode empty if unknown
   * @param transferLocked empty if the zone has no transfer lock
   * @param transferLockedUntil the lock cannot be removed before this, for whatever reason
   * @param changeLockedUntil end of the lock after a change of registrant. Some accounts cannot see
   *     it
   * @param ownerContact handle of the registrant; null if not stated
   * @param adminContacts handles, the first one first; empty if not stated
   * @param techContacts as above
   * @param billingContacts as above
   * @param priceClass price class of the renewal, such as {@code COM}; null if not stated
   * @param ownPrice whether that is a premium class, not that of ordinary names in the zone
   * @param transferredAt when the name was last transferred; null if never
   * @param privacy whether the registrar's privacy service replaces the registrant's data or, if
   *     the registry hides individuals, whether it does; empty if there is neither, or it is not
   *     stated
   * @param signed whether the registry has DS or key records of the name
   */
  public record Result(
      DomainState state,
      @Nullable Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant paidUntil,
      @Nullable Instant failureDate,
      @Nullable Instant accountingDate,
      @Nullable Instant finalizationDate,
      Optional<RenewalMode> renewalMode,
      Optional<Boolean> transferLocked,
      Optional<Instant> transferLockedUntil,
      Optional<Instant> changeLockedUntil,
      List<Nameserver> nameservers,
      @Nullable String ownerContact,
      List<String> adminContacts,
      List<String> techContacts,
      List<String> billingContacts,
      @Nullable String priceClass,
      boolean ownPrice,
      @Nullable Instant transferredAt,
      Optional<Boolean> privacy,
      boolean signed)
      implements ChargeDates {

    /** Whether the registry has not registered the name yet. */
    public boolean pendingCreate() {
      return state.pendingCreate();
    }

    /**
     * The end of the name if it is not renewed further: a renewal that is paid or ordered in
     * advance is carried out in every mode. Null while the registrar states no end.
     */
    public @Nullable Instant periodEnd() {
      return Stream.of(expiresAt, paidUntil)
          .filter(Objects::nonNull)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }

    /**
     * Whether a renewal is ordered that is charged only on execution: until then it can be
     * cancelled.
     */
    public boolean renewalOrdered() {
      return finalizationDate != null && accountingDate == null && failureDate == null;
    }

    /**
     * When the account is charged for a renewal that is ordered but not yet executed; null if it is
     * not charged later.
     */
    public @Nullable Instant chargedLater(Instant now) {
      return renewalOrdered() && finalizationDate != null && finalizationDate.isAfter(now)
          ? finalizationDate
          : null;
    }

    /** Whether the name is being deleted, or was deleted and is still shown. */
    public boolean deleting() {
      return state.deleting();
    }

    /** Whether the name is being deleted, and a renewal no longer keeps it. */
    public boolean lostToDeletion() {
      return deleting() && !state.suspendedBeforeDeletion();
    }

    /** The setup of the name, as far as it is stated. */
    public NameSettings settings() {
      return new NameSettings(
          nameservers,
          transferLocked.orElse(null),
          privacy.orElse(null),
          renewalMode.orElse(null),
          StatedContacts.of(
              ownerContact == null ? List.of() : List.of(ownerContact),
              adminContacts,
              techContacts,
              billingContacts));
    }
  }
}
