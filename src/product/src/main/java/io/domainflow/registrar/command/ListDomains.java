package io.domainflow.registrar.command;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists part of the account's names, in the registrar's order. Auth codes in the answer are
 * dropped.
 *
 * @param first how many names to skip
 */
public record ListDomains(int first) implements Query<ListDomains.Result> {

  /** Names in one part: an answer of this size stays well below the client's limit. */
  public static final int PART = 250;

  /**
   * The answer.
   *
   * @param complete whether this is the last part
   */
  public record Result(List<Name> names, boolean complete) {}

  /**
   * One name. A date is null while the registrar states none; the dates mean what they mean in
   * {@link ReadDomain.Result}.
   *
   * @param domain as stated by the registrar
   * @param state its status
   * @param statedMode as stated by the registrar; empty if not stated
   * @param renewalMode its meaning; empty if unknown
   * @param priceClass price class of the renewal, such as {@code COM}; null if not stated
   * @param ownerContacts handles of the registrant; empty if not stated
   * @param adminContacts as above, and so on
   * @param nameservers null if not stated; a list does not distinguish between none stated and no
   *     name servers
   * @param transferLocked empty if the list does not state it, or the zone has no lock
   * @param privacy as for {@link ReadDomain.Result}; empty if the list does not state it
   * @param updatedAt when the registrar last changed anything about the name
   */
  public record Name(
      String domain,
      DomainState state,
      String statedMode,
      Optional<RenewalMode> renewalMode,
      @Nullable Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant paidUntil,
      @Nullable Instant failureDate,
      @Nullable Instant accountingDate,
      @Nullable Instant finalizationDate,
      @Nullable String priceClass,
      List<String> ownerContacts,
      List<String> adminContacts,
      List<String> techContacts,
      List<String> billingContacts,
      @Nullable List<Nameserver> nameservers,
      Optional<Boolean> transferLocked,
      Optional<Boolean> privacy,
      @Nullable Instant updatedAt)
      implements ChargeDates {

    /** The setup of the name, as far as the list states it. */
    public NameSettings settings() {
      return new NameSettings(
          nameservers,
          transferLocked.orElse(null),
          privacy.orElse(null),
          renewalMode.orElse(null),
          StatedContacts.of(ownerContacts, adminContacts, techContacts, billingContacts));
    }
  }
}
