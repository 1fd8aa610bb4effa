package io.domainflow.ispapi.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.value.Numbers;
import io.domainflow.registrar.command.ListOutgoingTransfers;
import io.domainflow.registrar.command.ListOutgoingTransfers.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * {@link ListOutgoingTransfers} as {@code QueryDomainList} with transfers away from this account,
 * without the changes of registrant that {@code QueryForeignTransferList} includes. It does not
 * state when a transfer is granted. If the same registrar is stated on both sides, we infer that
 * both are at this registrar.
 */
final class ListOutgoingTransfersCodec
    implements Codec<ListOutgoingTransfers, ListOutgoingTransfers.Result> {

  @Override
  public String name(ListOutgoingTransfers command) {
    return "QueryDomainList";
  }

  @Override
  public Map<String, String> parameters(ListOutgoingTransfers command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("VERSION", "2");
    parameters.put("PROPERTIES", "TRANSFER");
    parameters.put("TRANSFER-DIRECTION", "OUT");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(command.limit()));
    return parameters;
  }

  @Override
  public ListOutgoingTransfers.Result result(
      ListOutgoingTransfers command, RegistrarResponse response) {
    int rows = response.properties().getOrDefault("OBJECTID", List.of()).size();
    List<Entry> entries =
        IntStream.range(0, rows)
            .mapToObj(i -> entry(response, i))
            .flatMap(Optional::stream)
            .toList();
    return new ListOutgoingTransfers.Result(
        entries,
        response.first("TOTAL").flatMap(Numbers::read).orElse(command.first() + entries.size()));
  }

  private static Optional<Entry> entry(RegistrarResponse response, int i) {
    Optional<String> gaining = response.at("TRANSFER-NEWREGISTRAR", i);
    return response
        .at("OBJECTID", i)
        .map(
            domain ->
                new Entry(
                    domain.toLowerCase(Locale.ROOT),
                    TransferWords.state(response.at("TRANSFER-STATUS", i).orElse("")),
                    response.instantAt("TRANSFER-CREATEDDATE", i).orElse(null),
                    null,
                    gaining.orElse(null),
                    gaining
                        .filter(response.at("TRANSFER-OLDREGISTRAR", i).orElse("")::equals)
                        .isPresent()));
  }
}
