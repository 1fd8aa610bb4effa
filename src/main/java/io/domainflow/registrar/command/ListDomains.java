package io.domainflow.registrar.command;

import io.domainflow.model.NameSettings;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a part of the names the account has, in the order of the registrar. Auth codes, which
 * the answer brings along, are dropped.
 *
 * @param first how many names to skip
 */
public record ListDomains(int first) implements Query<ListDomains.Result> {

  /** Names in one part: an answer of this size stays well below what the client reads. */
  public static final int PART = 250;

  /**
   * The answer.
   *
   * @param complete whether nothing comes after this part
   */
  public record Result(List<Name> names, boolean complete) {}

  /**
   * One name. A date is null while the registrar states none; the dates mean what they mean in
   * {@link ReadDomain.Result}.
   *
   * @param domain as the registrar writes it
   * @param state how it stands
   * @param statedMode as the registrar writes it; empty if not stated
   * @param renewalMode what that means; empty if it is none of our modes
   * @param priceClass price class the name is renewed in, such as {@code COM}; null if not stated
   * @param ownerContacts handles of the registrant; empty if not stated
   * @param adminContacts as above, and so on
   * @param nameservers null if not stated; a list leaves open whether a name without any has none
   * @param transferLocked empty where the list does not state it, or the zone has no lock
   * @param privacy as for {@link ReadDomain.Result}; empty where the list does not state it
   * @param updatedAt when the registrar changed something of the name last, whatever it was
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
      @Nullable Instant updatedAt) {

    /** How the name is set up, as far as the list states it. */
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
