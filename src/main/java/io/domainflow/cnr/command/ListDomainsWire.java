package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ListDomains;
import io.domainflow.registrar.command.ListDomains.Name;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * {@link ListDomains} as {@code QueryDomainList} with all columns. Those that {@code TYPE=ALL} adds
 * are known by their subjects only, status, contacts and name servers: they are read with and
 * without {@code DOMAIN} before them.
 */
final class ListDomainsWire implements Wire<ListDomains, ListDomains.Result> {

  @Override
  public Class<ListDomains> command() {
    return ListDomains.class;
  }

  @Override
  public String name(ListDomains command) {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters(ListDomains command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("WIDE", "1");
    parameters.put("TYPE", "ALL");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(ListDomains.PART));
    return parameters;
  }

  @Override
  public ListDomains.Result result(ListDomains command, WireResponse response) {
    int rows = Columns.rows(response, "DOMAIN");
    List<Name> names =
        IntStream.range(0, rows)
            .mapToObj(row -> name(response, row))
            .flatMap(Optional::stream)
            .toList();
    int total = Columns.total(response).orElse(Integer.MAX_VALUE);
    return new ListDomains.Result(names, rows == 0 || command.first() + rows >= total);
  }

  // A name has one place in a column: several values share it.
  private static final Pattern BETWEEN_VALUES = Pattern.compile("[\\s,]+");

  private static Optional<Name> name(WireResponse response, int row) {
    String mode = Columns.at(response, row, "RENEWALMODE", "DOMAINRENEWALMODE").orElse("");
    NameDates dates =
        NameDates.of(
            Columns.instant(response, row, "DOMAINREGISTRATIONEXPIRATIONDATE"),
            Columns.instant(response, row, "PAIDUNTILDATE", "DOMAINPAIDUNTILDATE"),
            Columns.instant(response, row, "DOMAINRENEWALDATE"),
            mode);
    return response
        .at("DOMAIN", row)
        .map(
            domain ->
                new Name(
                    domain,
                    StatusWords.state(values(response, row, "STATUS")),
                    mode,
                    ModeText.read(mode),
                    Columns.instant(response, row, "DOMAINCREATEDDATE"),
                    dates.expiresAt(),
                    dates.paidUntil(),
                    dates.failureDate(),
                    dates.accountingDate(),
                    dates.finalizationDate(),
                    Columns.at(response, row, "DOMAINZONE", "ZONE").orElse(null),
                    values(response, row, "OWNERCONTACT"),
                    values(response, row, "ADMINCONTACT"),
                    values(response, row, "TECHCONTACT"),
                    values(response, row, "BILLINGCONTACT")));
  }

  private static List<String> values(WireResponse response, int row, String property) {
    return Columns.at(response, row, "DOMAIN" + property, property).stream()
        .flatMap(BETWEEN_VALUES::splitAsStream)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
