package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadAccount.Charge;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** {@link ListedZones} as {@code QueryZoneList}. */
final class ListedZonesCodec implements Codec<ListedZones, ListedZones.Result> {

  @Override
  public String name(ListedZones command) {
    return "QueryZoneList";
  }

  @Override
  public Map<String, String> parameters(ListedZones command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!command.pattern().equals("*")) {
      parameters.put("ZONE", command.pattern());
    }
    // The registrar's page does not document paging: a further page is requested only after it has
    // returned a first one.
    if (command.first() > 0) {
      parameters.put("FIRST", String.valueOf(command.first()));
      parameters.put("LIMIT", String.valueOf(ListedZones.PART));
    }
    return parameters;
  }

  @Override
  public ListedZones.Result result(ListedZones command, RegistrarResponse response) {
    return new ListedZones.Result(
        IntStream.range(0, Columns.rows(response, "ZONE"))
            .mapToObj(row -> zone(response, row))
            .flatMap(Optional::stream)
            .toList(),
        Columns.total(response));
  }

  private static final Pattern BETWEEN_TLDS = Pattern.compile("[\\s,]+");

  private static Optional<ListedZones.Zone> zone(RegistrarResponse response, int row) {
    Map<Charge, String> amounts = new EnumMap<>(Charge.class);
    for (Charge charge : Charge.values()) {
      response.at(charge.name(), row).ifPresent(amount -> amounts.put(charge, amount));
    }
    return response
        .at("ZONE", row)
        .map(
            name ->
                new ListedZones.Zone(
                    name,
                    response.at("3RDS", row).stream()
                        .flatMap(BETWEEN_TLDS::splitAsStream)
                        .filter(tld -> !tld.isEmpty())
                        .toList(),
                    response.at("PERIODTYPE", row).map("YEAR"::equalsIgnoreCase).orElse(true),
                    response.at("CURRENCY", row).orElse(null),
                    amounts));
  }
}
