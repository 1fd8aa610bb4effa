package io.domainflow.registrar.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name is to be registered with: by {@link RegisterDomain}, or by {@link CheckRegistration},
 * which only tries. All four contacts are needed; they may be the same.
 *
 * @param nameservers in order; may be empty where the zone allows it, at most 13
 * @param transferLock lock the name at once; {@code false} says nothing and leaves it to the zone,
 *     as some zones refuse to be told
 * @param privacy buy the registrar's privacy service with it
 * @param idnLanguage language tag the registry wants for an IDN, such as {@code de}; null for none
 * @param additionalFields sent as they are, by {@code X-} parameter name
 * @param notice the trademark claims notice that was accepted; null for a name without a claim
 */
public record DomainRegistration(
    DomainName domain,
    Period period,
    Contact registrant,
    Contact admin,
    Contact tech,
    Contact billing,
    List<Nameserver> nameservers,
    RenewalMode renewalMode,
    boolean transferLock,
    boolean privacy,
    @Nullable String idnLanguage,
    AdditionalFields additionalFields,
    @Nullable AcceptedNotice notice) {

  /**
   * Puts a registration together.
   *
   * @throws IllegalArgumentException if there are too many name servers
   */
  public DomainRegistration {
    nameservers = Nameservers.checked(nameservers);
  }
}
