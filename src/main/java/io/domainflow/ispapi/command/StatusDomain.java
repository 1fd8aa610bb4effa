package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.DomainName;
import io.domainflow.model.DomainStatus;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks for everything the registrar knows of a name in this account. The auth code is dropped. */
public record StatusDomain(DomainName domain) implements Query<StatusDomain.Result> {

  /**
   * The answer. A date is null while the registrar states none.
   *
   * @param status as the registrar writes it
   * @param expiresAt end of the period at the registry
   * @param paidUntil paid up to here at the registrar; can be a year ahead of {@code expiresAt}
   * @param failureDate when an expiring or unpaid name is deleted or handed back
   * @param accountingDate when the next renewal is charged, if the name renews by itself
   * @param finalizationDate when a paid renewal is carried out; from then on it cannot be taken
   *     back
   * @param renewalMode empty if it is none of ours
   * @param transferLocked empty where the zone has no transfer lock
   * @param transferLockedUntil the lock cannot be taken off before this, whatever the reason
   * @param changeLockedUntil the part of that which comes from a change of registrant: a name that
   *     has another registrant stays for a while. Some accounts do not get to see it
   * @param ownerContact handle of the registrant; null if not stated
   * @param adminContacts handles, the first one first; empty if not stated
   * @param techContacts as above
   * @param billingContacts as above
   * @param priceClass price class the name is renewed in, such as {@code COM}; null if not stated
   * @param transferredAt when the name was transferred last; null if it never was
   */
  public record Result(
      List<String> status,
      Instant createdAt,
      Instant expiresAt,
      Instant paidUntil,
      Instant failureDate,
      Instant accountingDate,
      Instant finalizationDate,
      Optional<RenewalMode> renewalMode,
      Optional<Boolean> transferLocked,
      Optional<Instant> transferLockedUntil,
      Optional<Instant> changeLockedUntil,
      List<Nameserver> nameservers,
      String ownerContact,
      List<String> adminContacts,
      List<String> techContacts,
      List<String> billingContacts,
      String priceClass,
      Instant transferredAt) {

    /** Whether the registry has not registered the name yet. */
    public boolean pendingCreate() {
      return DomainState.isPendingCreate(status);
    }

    /** Whether the name does not resolve because its registrar has put it on hold. */
    public boolean onHold() {
      return DomainState.isOnHold(status);
    }

    /** Whether the name does not resolve because its registry has put it on hold. */
    public boolean heldByRegistry() {
      return DomainState.isHeldByRegistry(status);
    }

    /** Whether the name is being deleted, or was and is still shown. */
    public boolean deleting() {
      return DomainState.isDeleting(status);
    }

    /** How the name stands; that a date has passed does not count. */
    public DomainStatus domainStatus() {
      return DomainState.of(status);
    }
  }

  private static final String LOCK_END = "TRANSFERLOCK-EXPIRATIONDATE";
  private static final String CHANGE_LOCK_END = "TRADE-TRANSFERLOCK-EXPIRATIONDATE";

  @Override
  public String name() {
    return "StatusDomain";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("DOMAIN", domain.ascii());
  }

  @Override
  public boolean isAnsweredBy(IspapiResponse response) {
    return response
        .first("ID")
        .map(id -> id.equalsIgnoreCase(domain.ascii()) || id.equalsIgnoreCase(domain.unicode()))
        .orElse(true);
  }

  @Override
  public Result result(IspapiResponse response) {
    return new Result(
        response.all("STATUS"),
        response.instant("CREATEDDATE").orElse(null),
        response
            .instant("EXPIRATIONDATE")
            .or(() -> response.instant("REGISTRATIONEXPIRATIONDATE"))
            .orElse(null),
        response.instant("PAIDUNTILDATE").orElse(null),
        response.instant("FAILUREDATE").orElse(null),
        response.instant("ACCOUNTINGDATE").orElse(null),
        response.instant("FINALIZATIONDATE").orElse(null),
        response.first("RENEWALMODE").flatMap(RenewalModeText::read),
        response.flag("TRANSFERLOCK"),
        transferLockedUntil(response),
        response.instant(CHANGE_LOCK_END),
        response.all("NAMESERVER").stream().map(StatusDomain::nameserver).toList(),
        response.first("OWNERCONTACT").orElse(null),
        response.all("ADMINCONTACT"),
        response.all("TECHCONTACT"),
        response.all("BILLINGCONTACT"),
        response.first("SUBCLASS").orElse(null),
        response.instant("TRANSFERDATE").orElse(null));
  }

  // Neither property is on the command's page; both were seen after a change of registrant.
  private static Optional<Instant> transferLockedUntil(IspapiResponse response) {
    return Stream.of(LOCK_END, CHANGE_LOCK_END)
        .flatMap(property -> response.instant(property).stream())
        .max(Comparator.naturalOrder());
  }

  // Taken as stated: a host that we would not accept in an order is still the one in use.
  private static Nameserver nameserver(String host) {
    return new Nameserver(host.toLowerCase(Locale.ROOT));
  }
}
