package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.DisclosureAtCa;
import io.domainflow.model.Nameserver;
import io.domainflow.registrar.command.ReadDomain;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@link CnrDomainStatus} as {@code StatusDomain}; with {@code X-FEE-COMMAND} it identifies a
 * premium name. No property says that a lock comes from a change of registrant.
 */
final class CnrDomainStatusCodec implements Codec<CnrDomainStatus, CnrDomainStatus.Result> {

  @Override
  public String name(CnrDomainStatus command) {
    return "StatusDomain";
  }

  @Override
  public Map<String, String> parameters(CnrDomainStatus command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));
    parameters.put("X-FEE-COMMAND", "renew");
    return parameters;
  }

  @Override
  public CnrDomainStatus.Result result(CnrDomainStatus command, RegistrarResponse response) {
    Optional<String> ownClass = FeeClass.own(response, 0);
    return new CnrDomainStatus.Result(
        response.first("RENEWALMODE").orElse(""),
        response.instant("REGISTRATIONEXPIRATIONDATE").orElse(null),
        response.instant("PAIDUNTILDATE").orElse(null),
        response.instant("RENEWALDATE").orElse(null),
        rest(command, response, ownClass));
  }

  private static ReadDomain.Result rest(
      CnrDomainStatus command, RegistrarResponse response, Optional<String> ownClass) {
    return new ReadDomain.Result(
        StatusWords.state(StatusWords.of(response)),
        response.instant("CREATEDDATE").orElse(null),
        null,
        null,
        null,
        null,
        null,
        Optional.empty(),
        response.flag("TRANSFERLOCK"),
        response.instant("X-TRANSFERLOCK-UNTIL"),
        Optional.empty(),
        response.all("NAMESERVER").stream().map(CnrDomainStatusCodec::nameserver).toList(),
        response.first("OWNERCONTACT").orElse(null),
        response.all("ADMINCONTACT"),
        response.all("TECHCONTACT"),
        response.all("BILLINGCONTACT"),
        ownClass.or(() -> response.first("ZONE")).orElse(null),
        ownClass.isPresent(),
        response.instant("REGISTRARTRANSFERDATE").orElse(null),
        privacy(command, response),
        isSigned(response));
  }

  @Override
  public boolean isAnsweredBy(CnrDomainStatus command, RegistrarResponse response) {
    return response
        .first("DOMAIN")
        .map(name -> Columns.isName(name, command.domain()))
        .orElse(true);
  }

  private static Optional<Boolean> privacy(CnrDomainStatus command, RegistrarResponse response) {
    return DisclosureAtCa.decides(command.domain())
        ? DisclosureAtCa.hides(response, "X-CA-LEGAL-TYPE")
        : response
            .flag(RegistrarTexts.PRIVACY)
            .or(() -> response.flag(RegistrarTexts.FORMER_PRIVACY));
  }

  private static boolean isSigned(RegistrarResponse response) {
    return Stream.of("DNSSECDSDATA", "DNSSEC").anyMatch(name -> !response.all(name).isEmpty());
  }

  // Accepted as stated: a host that we would refuse in an order may still be in use.
  private static Nameserver nameserver(String host) {
    return new Nameserver(host.toLowerCase(Locale.ROOT));
  }
}
