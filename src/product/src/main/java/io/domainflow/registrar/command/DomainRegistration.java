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
 * The data of a registration, for {@link RegisterDomain} or the dry run {@link CheckRegistration}.
 * All four contacts are required; they may be the same.
 *
 * @param nameservers in order; may be empty if the zone allows it, at most 13
 * @param transferLock lock the name at once; {@code false} sends nothing and leaves it to the zone,
 *     because some zones refuse the parameter
 * @param privacy buy the registrar's privacy service, too
 * @param idnLanguage language tag that the registry requires for an IDN, such as {@code de}; null
 *     for none
 * @param additionalFields sent unchanged, by {@code X-} parameter name
 * @param notice the accepted trademark claims notice; null for a name without a claim
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
   * Creates the data.
   *
   * @throws IllegalArgumentException if there are too many name servers
   */
  public DomainRegistration {
    nameservers = Nameservers.checked(nameservers);
  }
}
