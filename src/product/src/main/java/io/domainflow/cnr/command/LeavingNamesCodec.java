package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@link LeavingNames} as {@code QueryForeignTransferList}. */
final class LeavingNamesCodec implements Codec<LeavingNames, LeavingNames.Result> {

  @Override
  public String name(LeavingNames command) {
    return "QueryForeignTransferList";
  }

  @Override
  public Map<String, String> parameters(LeavingNames command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("WIDE", "1");
    parameters.put("FIRST", String.valueOf(command.first()));
    parameters.put("LIMIT", String.valueOf(command.limit()));
    return parameters;
  }

  @Override
  public LeavingNames.Result result(LeavingNames command, RegistrarResponse response) {
    List<LeavingNames.Row> rows =
        IntStream.range(0, Columns.rows(response, "DOMAIN"))
            .mapToObj(row -> row(response, row))
            .flatMap(Optional::stream)
            .toList();
    return new LeavingNames.Result(
        rows, Columns.total(response).orElse(command.first() + rows.size()));
  }

  private static Optional<LeavingNames.Row> row(RegistrarResponse response, int row) {
    String word = response.at("TRANSFERSTATUS", row).orElse("");
    return response
        .at("DOMAIN", row)
        .map(
            domain ->
                new LeavingNames.Row(
                    Columns.ascii(domain),
                    TransferWords.state(word),
                    Columns.instant(response, row, "TRANSFERDATE"),
                    response.at("REQUESTINGREGISTRAR", row).orElse(null),
                    TransferWords.isBetweenAccounts(word)));
  }
}
