package io.domainflow.ispapi.command;

import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.Period;
import io.domainflow.model.RenewalMode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a name is to be registered with, whichever command does it: {@link AddDomain}, {@link
 * AddDomainApplication}, or {@link CheckDomainRegistration}, which only tries. All four contacts
 * are needed; they may be the same.
 *
 * @param nameservers in order; may be empty where the zone allows it, at most 13
 * @param transferLock lock the name at once; {@code false} leaves it to the zone, as some zones
 *     refuse the parameter
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
    String idnLanguage,
    AdditionalFields additionalFields,
    AcceptedNotice notice) {

  /**
   * Puts a registration together.
   *
   * @throws IllegalArgumentException if there are too many name servers, or an additional field is
   *     not an {@code X-} parameter or is one that is set from elsewhere
   */
  public DomainRegistration {
    nameservers = List.copyOf(nameservers);
    NameserverParameters.check(nameservers);
    Set<String> setElsewhere = new HashSet<>();
    if (privacy) {
      setElsewhere.add(RegistrationWords.PRIVACY);
    }
    if (idnLanguage != null) {
      setElsewhere.add(RegistrationWords.IDN_LANGUAGE);
    }
    AdditionalFieldParameters.check(additionalFields, setElsewhere);
  }

  /**
   * The parts of a registration that the registrar's words speak of, be it by parameter name or in
   * plain English. Words that name a contact's data but not whose it is speak of all four contacts.
   *
   * @param words description of an answer, or a reason given with a check
   * @return empty if nothing is recognised
   */
  public static Set<RegistrationPart> partsNamedIn(String words) {
    return RegistrationWords.parts(words);
  }

  /**
   * The additional fields that the registrar's words name, by {@code X-} parameter name and in that
   * order.
   *
   * @param words description of an answer, or a reason given with a check
   */
  public static Set<String> additionalFieldsNamedIn(String words) {
    return RegistrationWords.additionalFields(words);
  }

  /** The parameters that are alike in all commands, and the renewal mode; not the notice. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("PERIOD", period.toString());
    parameters.put("RENEWALMODE", renewalMode.name());
    ContactParameters.put(parameters, ContactRole.REGISTRANT, registrant);
    ContactParameters.put(parameters, ContactRole.ADMIN, admin);
    ContactParameters.put(parameters, ContactRole.TECH, tech);
    ContactParameters.put(parameters, ContactRole.BILLING, billing);
    NameserverParameters.put(parameters, nameservers);
    if (transferLock) {
      parameters.put("TRANSFERLOCK", "1");
    }
    if (privacy) {
      parameters.put(RegistrationWords.PRIVACY, "1");
    }
    if (idnLanguage != null) {
      parameters.put(RegistrationWords.IDN_LANGUAGE, idnLanguage);
    }
    parameters.putAll(additionalFields.values());
    return parameters;
  }
}
