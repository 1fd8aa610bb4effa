package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.Numbers;
import io.domainflow.registrar.command.ListTransfers;
import io.domainflow.registrar.command.ListTransfers.Entry;
import io.domainflow.registrar.command.ListTransfers.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@link ListTransfers} as {@code QueryDomainList} with transfers to this account. */
final class ListTransfersCodec implements Codec<ListTransfers, ListTransfers.Result> {

  @Override
  public String name(ListTransfers command) {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters(ListTransfers command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("VERSION", "2");
    parameters.put("PROPERTIES", "TRANSFER");
    parameters.put("TRANSFER-DIRECTION", "IN");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(command.limit()));
    return parameters;
  }

  @Override
  public Result result(ListTransfers command, RegistrarResponse response) {
    int rows = response.properties().getOrDefault("OBJECTID", List.of()).size();
    List<Entry> entries =
        IntStream.range(0, rows)
            .mapToObj(i -> entry(response, i))
            .flatMap(Optional::stream)
            .toList();
    return new Result(
        entries,
        response.first("TOTAL").flatMap(Numbers::read).orElse(command.first() + entries.size()));
  }

  private static Optional<Entry> entry(RegistrarResponse response, int i) {
    return response
        .at("OBJECTID", i)
        .map(
            domain ->
                new Entry(
                    domain.toLowerCase(Locale.ROOT),
                    TransferWords.state(response.at("TRANSFER-STATUS", i).orElse("")),
                    response.instantAt("TRANSFER-CREATEDDATE", i).orElse(null),
                    response.at("TRANSFER-OLDREGISTRAR", i).orElse(null)));
  }
}
