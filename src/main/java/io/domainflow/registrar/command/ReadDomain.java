package io.domainflow.registrar.command;

import io.domainflow.model.DomainName;
import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for everything the registrar knows of a name in this account. The auth code is dropped. */
public record ReadDomain(DomainName domain) implements Query<ReadDomain.Result> {

  /**
   * The answer. A date is null while the registrar states none.
   *
   * @param state how it stands
   * @param expiresAt end of the period, as the platform reckons it: at the registry or, where the
   *     registry counts up before anything is paid, of what is paid for
   * @param paidUntil paid up to here at the registrar, or ordered to be; can be a year ahead of
   *     {@code expiresAt}
   * @param failureDate when an expiring or unpaid name is deleted or handed back
   * @param accountingDate when the next renewal is charged, if the name renews automatically
   * @param finalizationDate when a paid renewal is carried out; from then on it cannot be taken
   *     back
   * @param renewalMode empty if it is not one of ours
   * @param transferLocked empty where the zone has no transfer lock
   * @param transferLockedUntil the lock cannot be taken off before this, whatever the reason
   * @param changeLockedUntil the part of that which comes from a change of registrant: a name that
   *     has another registrant stays for a while. Some accounts do not get to see it
   * @param ownerContact handle of the registrant; null if not stated
   * @param adminContacts handles, the first one first; empty if not stated
   * @param techContacts as above
   * @param billingContacts as above
   * @param priceClass price class the name is renewed in, such as {@code COM}; null if not stated
   * @param ownPrice whether that is a class of its own, not the one of plain names in its zone
   * @param transferredAt when the name was transferred last; null if it never was
   * @param privacy whether the registrar's privacy service stands in for the registrant or, where
   *     the registry itself hides persons, whether it does; empty where the name has neither, or it
   *     is not stated
   * @param signed whether DS or key records of the name stand at the registry
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
      boolean signed) {

    /** Whether the registry has not registered the name yet. */
    public boolean pendingCreate() {
      return state.pendingCreate();
    }

    /**
     * Whether a renewal has been ordered that is charged only when it is carried out: until then it
     * can be called off.
     */
    public boolean renewalOrdered() {
      return finalizationDate != null && accountingDate == null && failureDate == null;
    }

    /** Whether the name is being deleted, or was and is still shown. */
    public boolean deleting() {
      return state.deleting();
    }

    /** How the name is set up, as far as it is stated. */
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
