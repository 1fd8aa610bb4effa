package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.value.AdditionalFieldParameters;
import io.domainflow.lineprotocol.value.ContactParameters;
import io.domainflow.lineprotocol.value.NameserverParameters;
import io.domainflow.model.ContactRole;
import io.domainflow.registrar.command.DomainRegistration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The parameters of a registration, for all commands. */
final class RegistrationParameters {

  private RegistrationParameters() {}

  /** The parameters common to all commands, and the renewal mode; without the notice. */
  static Map<String, String> of(DomainRegistration registration) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", registration.domain().ascii());
    parameters.put("PERIOD", registration.period().toString());
    parameters.put("RENEWALMODE", registration.renewalMode().name());
    ContactParameters.put(parameters, ContactRole.REGISTRANT, registration.registrant());
    ContactParameters.put(parameters, ContactRole.ADMIN, registration.admin());
    ContactParameters.put(parameters, ContactRole.TECH, registration.tech());
    ContactParameters.put(parameters, ContactRole.BILLING, registration.billing());
    NameserverParameters.put(parameters, registration.nameservers());
    if (registration.transferLock()) {
      parameters.put("TRANSFERLOCK", "1");
    }
    if (registration.privacy()) {
      parameters.put(RegistrationWords.PRIVACY, "1");
    }
    if (registration.idnLanguage() != null) {
      parameters.put(RegistrationWords.IDN_LANGUAGE, registration.idnLanguage());
    }
    AdditionalFieldParameters.put(
        parameters, registration.additionalFields(), setElsewhere(registration));
    return parameters;
  }

  private static Set<String> setElsewhere(DomainRegistration registration) {
    Set<String> names = new HashSet<>();
    if (registration.privacy()) {
      names.add(RegistrationWords.PRIVACY);
    }
    if (registration.idnLanguage() != null) {
      names.add(RegistrationWords.IDN_LANGUAGE);
    }
    return names;
  }
}
