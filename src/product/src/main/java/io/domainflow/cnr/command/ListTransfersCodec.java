package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ListTransfers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@link ListTransfers} as {@code QueryTransferList}, which lists those to this account. */
final class ListTransfersCodec implements Codec<ListTransfers, ListTransfers.Result> {

  @Override
  public String name(ListTransfers command) {
    return "QueryTransferList";
  }

  @Override
  public Map<String, String> parameters(ListTransfers command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("WIDE", "1");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(command.limit()));
    return parameters;
  }

  @Override
  public ListTransfers.Result result(ListTransfers command, RegistrarResponse response) {
    List<ListTransfers.Entry> entries =
        IntStream.range(0, Columns.rows(response, "DOMAIN"))
            .mapToObj(row -> entry(response, row))
            .flatMap(Optional::stream)
            .toList();
    return new ListTransfers.Result(
        entries, Columns.total(response).orElse(command.first() + entries.size()));
  }

  private static Optional<ListTransfers.Entry> entry(RegistrarResponse response, int row) {
    return response
        .at("DOMAIN", row)
        .map(
            domain ->
                new ListTransfers.Entry(
                    Columns.ascii(domain),
                    TransferWords.state(
                        Columns.at(response, row, "DOMAINTRANSFERSTATUS", "TRANSFERSTATUS")
                            .orElse("")),
                    Columns.instant(response, row, "DOMAINTRANSFERDATE", "TRANSFERDATE"),
                    Columns.at(response, row, "REGISTRAR").orElse(null)));
  }
}
