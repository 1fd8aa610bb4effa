package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.DisclosureAtCa;
import io.domainflow.registrar.command.ReadDomain;
import io.domainflow.registrar.command.ReadDomain.Result;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link ReadDomain} as {@code StatusDomain}. */
final class ReadDomainCodec implements Codec<ReadDomain, ReadDomain.Result> {

  private static final String LOCK_END = "TRANSFERLOCK-EXPIRATIONDATE";

  private static final String CHANGE_LOCK_END = "TRADE-TRANSFERLOCK-EXPIRATIONDATE";

  @Override
  public String name(ReadDomain command) {
    return "StatusDomain";
  }

  @Override
  public Map<String, String> parameters(ReadDomain command) {
    return Map.of("DOMAIN", command.domain().ascii());
  }

  @Override
  public boolean isAnsweredBy(ReadDomain command, RegistrarResponse response) {
    return response
        .first("ID")
        .map(
            id ->
                id.equalsIgnoreCase(command.domain().ascii())
                    || id.equalsIgnoreCase(command.domain().unicode()))
        .orElse(true);
  }

  @Override
  public Result result(ReadDomain command, RegistrarResponse response) {
    return new Result(
        DomainStatusWords.state(response.all("STATUS")),
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
        StatedHosts.of(response.all("NAMESERVER")),
        response.first("OWNERCONTACT").orElse(null),
        response.all("ADMINCONTACT"),
        response.all("TECHCONTACT"),
        response.all("BILLINGCONTACT"),
        response.first("SUBCLASS").orElse(null),
        PriceClassName.isOwn(response.first("SUBCLASS").orElse(null)),
        response.instant("TRANSFERDATE").orElse(null),
        privacy(command, response),
        isSigned(response));
  }

  private static Optional<Boolean> privacy(ReadDomain command, RegistrarResponse response) {
    return DisclosureAtCa.decides(command.domain())
        ? DisclosureAtCa.hides(response, "X-CA-LEGALTYPE")
        : response.flag(RegistrationWords.PRIVACY);
  }

  private static boolean isSigned(RegistrarResponse response) {
    return Stream.of("SECDNS-DS", "SECDNS-KEY").anyMatch(name -> !response.all(name).isEmpty());
  }

  // Neither property is on the command's page; both were seen after a change of registrant.
  private static Optional<Instant> transferLockedUntil(RegistrarResponse response) {
    return Stream.of(LOCK_END, CHANGE_LOCK_END)
        .flatMap(property -> response.instant(property).stream())
        .max(Comparator.naturalOrder());
  }
}
