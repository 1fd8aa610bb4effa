package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.DisclosureAtCa;
import io.domainflow.lineprotocol.value.Numbers;
import io.domainflow.model.DomainName;
import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ListDomains.Name;
import io.domainflow.registrar.command.ListDomains.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** {@link ListDomains} as {@code QueryDomainList}. */
final class ListDomainsCodec implements Codec<ListDomains, ListDomains.Result> {

  // A name has one row per column: several values share it, such as its name servers.
  private static final Pattern BETWEEN_VALUES = Pattern.compile("\\s+");

  @Override
  public String name(ListDomains command) {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters(ListDomains command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("VERSION", "2");
    parameters.put("WIDE", "1");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(ListDomains.PART));
    return parameters;
  }

  @Override
  public Result result(ListDomains command, RegistrarResponse response) {
    int rows = response.properties().getOrDefault("OBJECTID", List.of()).size();
    List<Name> names =
        IntStream.range(0, rows)
            .mapToObj(i -> name(response, i))
            .flatMap(Optional::stream)
            .toList();
    int total = response.first("TOTAL").flatMap(Numbers::read).orElse(Integer.MAX_VALUE);
    return new Result(names, rows == 0 || command.first() + rows >= total);
  }

  private static Optional<Name> name(RegistrarResponse response, int i) {
    String mode = response.at("RENEWALMODE", i).orElse("");
    return response
        .at("OBJECTID", i)
        .map(
            domain ->
                new Name(
                    domain,
                    DomainStatusWords.state(values(response, "STATUS", i)),
                    mode,
                    RenewalModeText.read(mode),
                    response.instantAt("CREATEDDATE", i).orElse(null),
                    response.instantAt("EXPIRATIONDATE", i).orElse(null),
                    response.instantAt("PAIDUNTILDATE", i).orElse(null),
                    response.instantAt("FAILUREDATE", i).orElse(null),
                    response.instantAt("ACCOUNTINGDATE", i).orElse(null),
                    response.instantAt("FINALIZATIONDATE", i).orElse(null),
                    response.at("SUBCLASS", i).orElse(null),
                    values(response, "OWNERCONTACT", i),
                    values(response, "ADMINCONTACT", i),
                    values(response, "TECHCONTACT", i),
                    values(response, "BILLINGCONTACT", i),
                    StatedHosts.listed(values(response, "NAMESERVER", i)),
                    response.flagAt("TRANSFERLOCK", i),
                    privacy(domain, response, i),
                    response.instantAt("UPDATEDDATE", i).orElse(null)));
  }

  // The page has the second column, its sample the first; for the disclosure of .ca there is none.
  private static Optional<Boolean> privacy(String domain, RegistrarResponse response, int i) {
    return DisclosureAtCa.decides(DomainName.ofManaged(domain))
        ? Optional.empty()
        : response
            .flagAt(RegistrationWords.PRIVACY, i)
            .or(() -> response.at("ADDON-PROXY", i).map("WHOISTRUSTEE"::equals));
  }

  private static List<String> values(RegistrarResponse response, String property, int i) {
    return response.at(property, i).stream()
        .flatMap(BETWEEN_VALUES::splitAsStream)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
