package io.domainflow.ispapi.command;

import io.domainflow.ispapi.protocol.IspapiResponse;
import io.domainflow.model.AdditionalFields;
import io.domainflow.model.Contact;
import io.domainflow.model.ContactRole;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.model.RegistrationPeriod;
import io.domainflow.model.RenewalMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Registers a name. Charged when executed. All four contacts are needed; they may be the same.
 *
 * @param nameservers in order; may be empty where the zone allows it, at most 13
 * @param transferLock lock the name at once; {@code false} leaves it to the zone, as some zones
 *     refuse the parameter
 * @param privacy buy the registrar's privacy service with it
 * @param idnLanguage language tag the registry wants for an IDN, such as {@code de}; null for none
 * @param additionalFields sent as they are, by {@code X-} parameter name
 */
public record AddDomain(
    DomainName domain,
    RegistrationPeriod period,
    Contact registrant,
    Contact admin,
    Contact tech,
    Contact billing,
    List<Nameserver> nameservers,
    RenewalMode renewalMode,
    boolean transferLock,
    boolean privacy,
    String idnLanguage,
    AdditionalFields additionalFields)
    implements Mutation<AddDomain.Result> {

  private static final int MAX_NAMESERVERS = 13;
  private static final Pattern ADDITIONAL_FIELD = Pattern.compile("X-[A-Z0-9-]+");

  /**
   * Puts a registration together.
   *
   * @throws IllegalArgumentException if there are too many name servers, or an additional field is
   *     not an {@code X-} parameter or is one this command sets itself
   */
  public AddDomain {
    nameservers = List.copyOf(nameservers);
    if (nameservers.size() > MAX_NAMESERVERS) {
      throw new IllegalArgumentException(
          "A name can have at most " + MAX_NAMESERVERS + " name servers.");
    }
    for (String key : additionalFields.values().keySet()) {
      if (!ADDITIONAL_FIELD.matcher(key).matches()
          || (privacy && key.equals("X-ACCEPT-WHOISTRUSTEE-TAC"))
          || (idnLanguage != null && key.equals("X-IDN-LANGUAGE"))) {
        throw new IllegalArgumentException("Additional field " + quoted(key) + " cannot be sent.");
      }
    }
  }

  /**
   * The answer.
   *
   * @param status as the registrar writes it
   * @param pending the name is not registered yet and may still be rejected
   * @param expiresAt end of the period; null while unknown
   */
  public record Result(List<String> status, boolean pending, Instant expiresAt) {}

  @Override
  public String name() {
    return "AddDomain";
  }

  @Override
  public String object() {
    return domain.ascii();
  }

  @Override
  public boolean costsMoney() {
    return true;
  }

  @Override
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", domain.ascii());
    parameters.put("PERIOD", period.toString());
    parameters.put("RENEWALMODE", renewalMode.name());
    ContactParameters.put(parameters, ContactRole.REGISTRANT, registrant);
    ContactParameters.put(parameters, ContactRole.ADMIN, admin);
    ContactParameters.put(parameters, ContactRole.TECH, tech);
    ContactParameters.put(parameters, ContactRole.BILLING, billing);
    for (int i = 0; i < nameservers.size(); i++) {
      parameters.put("NAMESERVER" + i, nameservers.get(i).host());
    }
    if (transferLock) {
      parameters.put("TRANSFERLOCK", "1");
    }
    if (privacy) {
      parameters.put("X-ACCEPT-WHOISTRUSTEE-TAC", "1");
    }
    if (idnLanguage != null) {
      parameters.put("X-IDN-LANGUAGE", idnLanguage);
    }
    parameters.putAll(additionalFields.values());
    return parameters;
  }

  @Override
  public Result result(IspapiResponse response) {
    List<String> status = response.all("STATUS");
    return new Result(
        status,
        response.pending() || DomainState.isPendingCreate(status),
        response
            .instant("REGISTRATIONEXPIRATIONDATE")
            .or(() -> response.instant("EXPIRATIONDATE"))
            .orElse(null));
  }

  // A key comes from outside: whatever is not a plain name stays out of messages and logs.
  private static String quoted(String key) {
    return ADDITIONAL_FIELD.matcher(key).matches() ? key : "with a name that is not X-…";
  }
}
