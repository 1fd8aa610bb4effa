package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.AdditionalFieldParameters;
import io.domainflow.lineprotocol.value.NameserverParameters;
import io.domainflow.model.ContactRole;
import io.domainflow.registrar.command.CheckClaims;
import io.domainflow.registrar.command.DomainRegistration;
import io.domainflow.registrar.command.RegisterDomain;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@link RegisterDomain} as {@code AddDomain}, with {@code X-FEE-AMOUNT} and {@code X-FEE-CURRENCY}
 * for a premium name, or as {@code AddDomainApplication} in a phase in which the registry accepts
 * applications. Neither accepts a renewal mode.
 *
 * <p>No trademark notice is sent with it: {@link CheckClaims} is not offered, so there is none. An
 * application always counts as pending.
 */
final class RegisterDomainCodec implements Codec<RegisterDomain, RegisterDomain.Result> {

  /** The price classes of applications in the registrar's modules. */
  private static final Set<String> PHASES =
      Set.of("GTLD-PREORDER", "SUNRISE", "LRP", "EAP", "GOLIVE", "BACKORDER", "LITEBACKORDER");

  @Override
  public String name(RegisterDomain command) {
    return isApplication(command) ? "AddDomainApplication" : "AddDomain";
  }

  @Override
  public Map<String, String> parameters(RegisterDomain command) {
    DomainRegistration registration = command.registration();
    if (registration.notice() != null) {
      throw new IllegalArgumentException("A trademark notice cannot be sent.");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(registration.domain()));
    parameters.put("PERIOD", String.valueOf(registration.period().years()));
    ContactFields.put(parameters, ContactRole.REGISTRANT, registration.registrant());
    ContactFields.put(parameters, ContactRole.ADMIN, registration.admin());
    ContactFields.put(parameters, ContactRole.TECH, registration.tech());
    ContactFields.put(parameters, ContactRole.BILLING, registration.billing());
    NameserverParameters.put(parameters, registration.nameservers());
    // Without it, the account's own default would lock the name.
    parameters.put("TRANSFERLOCK", registration.transferLock() ? "1" : "0");
    Set<String> setHere =
        new HashSet<>(Set.of(RegistrarTexts.FEE_AMOUNT, RegistrarTexts.FEE_CURRENCY));
    if (registration.privacy()) {
      parameters.put(RegistrarTexts.PRIVACY, "1");
      setHere.add(RegistrarTexts.PRIVACY);
    }
    if (registration.idnLanguage() != null) {
      parameters.put(RegistrarTexts.IDN_LANGUAGE, registration.idnLanguage());
      setHere.add(RegistrarTexts.IDN_LANGUAGE);
    }
    if (isApplication(command)) {
      parameters.put("CLASS", command.priceClass());
    }
    Fee.put(parameters, command.price());
    AdditionalFieldParameters.put(parameters, registration.additionalFields(), setHere);
    return parameters;
  }

  @Override
  public RegisterDomain.Result result(RegisterDomain command, RegistrarResponse response) {
    List<String> status = response.all("STATUS");
    if (isApplication(command)) {
      return RegisterDomain.Result.applied(
          response.first("APPLICATION").orElse(null), status, true);
    }
    return new RegisterDomain.Result(
        status,
        response.pending() || StatusWords.isPendingCreate(status),
        response.instant("REGISTRATIONEXPIRATIONDATE").orElse(null),
        null,
        false);
  }

  private static boolean isApplication(RegisterDomain command) {
    return command.priceClass() != null
        && PHASES.contains(command.priceClass().toUpperCase(Locale.ROOT));
  }
}
