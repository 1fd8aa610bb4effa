package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.registrar.command.ReadTransfer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@link LeavingName} as {@code QueryForeignTransferList}. */
final class LeavingNameCodec implements Codec<LeavingName, LeavingName.Result> {

  @Override
  public String name(LeavingName command) {
    return "QueryForeignTransferList";
  }

  @Override
  public Map<String, String> parameters(LeavingName command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", command.domain().ascii());
    parameters.put("WIDE", "1");
    return parameters;
  }

  @Override
  public LeavingName.Result result(LeavingName command, RegistrarResponse response) {
    return new LeavingName.Result(
        IntStream.range(0, Columns.rows(response, "DOMAIN"))
            .filter(
                row ->
                    response
                        .at("DOMAIN", row)
                        .filter(name -> Columns.isName(name, command.domain()))
                        .isPresent())
            .mapToObj(row -> transfer(response, row))
            .findFirst());
  }

  private static ReadTransfer.Result transfer(RegistrarResponse response, int row) {
    String word = response.at("TRANSFERSTATUS", row).orElse("");
    return new ReadTransfer.Result(
        TransferWords.state(word),
        ReadTransfer.Type.OUTGOING,
        List.of(),
        null,
        null,
        null,
        response.at("REQUESTINGREGISTRAR", row).orElse(null),
        TransferWords.isBetweenAccounts(word));
  }
}
