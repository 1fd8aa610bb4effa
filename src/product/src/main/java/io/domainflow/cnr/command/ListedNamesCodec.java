package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.DisclosureAtCa;
import io.domainflow.model.DomainName;
import io.domainflow.model.Nameserver;
import io.domainflow.registrar.command.ListDomains.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@link ListedNames} as {@code QueryDomainList}. The page says that {@code TYPE=ALL} adds status
 * and contacts, comma-separated, without naming their columns, and does not say whether modes and
 * dates are still included. The column for the paid-until date is known from the registrar's
 * modules, not from the page.
 */
final class ListedNamesCodec implements Codec<ListedNames, ListedNames.Result> {

  @Override
  public String name(ListedNames command) {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters(ListedNames command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("WIDE", "1");
    if (command.all()) {
      parameters.put("TYPE", "ALL");
    }
    // Both lists are joined, and read page by page: they need the same order.
    parameters.put("ORDERBY", "DOMAIN");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(command.limit()));
    return parameters;
  }

  @Override
  public ListedNames.Result result(ListedNames command, RegistrarResponse response) {
    return new ListedNames.Result(
        IntStream.range(0, Columns.rows(response, "DOMAIN"))
            .mapToObj(row -> row(response, row))
            .flatMap(Optional::stream)
            .toList(),
        Columns.total(response));
  }

  // A name has one row per column: several values share it.
  private static final Pattern BETWEEN_VALUES = Pattern.compile("[\\s,;]+");

  private static Optional<ListedNames.Row> row(RegistrarResponse response, int row) {
    return response
        .at("DOMAIN", row)
        .map(
            domain ->
                new ListedNames.Row(
                    name(domain, response, row),
                    Columns.instant(response, row, "DOMAINRENEWALDATE")));
  }

  private static Name name(String domain, RegistrarResponse response, int row) {
    return new Name(
        domain,
        StatusWords.state(values(response, row, "DOMAINSTATUS", "STATUS")),
        response.at("RENEWALMODE", row).orElse(""),
        Optional.empty(),
        Columns.instant(response, row, "DOMAINCREATEDDATE"),
        Columns.instant(response, row, "DOMAINREGISTRATIONEXPIRATIONDATE"),
        Columns.instant(response, row, "PAIDUNTILDATE", "DOMAINPAIDUNTILDATE"),
        null,
        null,
        null,
        Columns.at(response, row, "DOMAINZONE", "ZONE").orElse(null),
        values(response, row, "OWNERCONTACT", "DOMAINOWNERCONTACT", "CONTACT"),
        values(response, row, "ADMINCONTACT", "DOMAINADMINCONTACT"),
        values(response, row, "TECHCONTACT", "DOMAINTECHCONTACT"),
        values(response, row, "BILLINGCONTACT", "DOMAINBILLINGCONTACT"),
        nameservers(values(response, row, "NAMESERVER", "DOMAINNAMESERVER")),
        transferLocked(response, row),
        privacy(domain, response, row),
        Columns.instant(response, row, "DOMAINUPDATEDDATE", "UPDATEDDATE"));
  }

  private static @Nullable List<Nameserver> nameservers(List<String> hosts) {
    return hosts.isEmpty()
        ? null
        : hosts.stream().map(host -> new Nameserver(host.toLowerCase(Locale.ROOT))).toList();
  }

  // No column for the lock has been seen; a missing status may just not be listed.
  private static Optional<Boolean> transferLocked(RegistrarResponse response, int row) {
    return flag(response, row, "TRANSFERLOCK", "DOMAINTRANSFERLOCK")
        .or(
            () ->
                values(response, row, "DOMAINSTATUS", "STATUS").stream()
                    .filter("clientTransferProhibited"::equalsIgnoreCase)
                    .map(word -> true)
                    .findFirst());
  }

  private static Optional<Boolean> privacy(String domain, RegistrarResponse response, int row) {
    return DisclosureAtCa.decides(DomainName.ofManaged(domain))
        ? Optional.empty()
        : flag(response, row, RegistrarTexts.PRIVACY, RegistrarTexts.FORMER_PRIVACY);
  }

  private static Optional<Boolean> flag(RegistrarResponse response, int row, String... names) {
    return Stream.of(names).flatMap(name -> response.flagAt(name, row).stream()).findFirst();
  }

  private static List<String> values(RegistrarResponse response, int row, String... names) {
    return Columns.at(response, row, names).stream()
        .flatMap(BETWEEN_VALUES::splitAsStream)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
