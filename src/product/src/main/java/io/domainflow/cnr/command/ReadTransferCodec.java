package io.domainflow.cnr.command;

import io.domainflow.lineprotocol.Codec;
import io.domainflow.lineprotocol.message.RegistrarResponse;
import io.domainflow.lineprotocol.message.ResultCode;
import io.domainflow.registrar.command.ReadTransfer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link ReadTransfer} as {@code StatusDomainTransfer}: if there is none, or no longer one, this is
 * refused with {@link ResultCode#NOT_FOUND}, which is inferred.
 */
final class ReadTransferCodec implements Codec<ReadTransfer, ReadTransfer.Result> {

  @Override
  public String name(ReadTransfer command) {
    return "StatusDomainTransfer";
  }

  @Override
  public Map<String, String> parameters(ReadTransfer command) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DOMAIN", Spelling.of(command.domain()));

    return parameters;
  }

  @Override
  public ReadTransfer.Result result(ReadTransfer command, RegistrarResponse response) {
    String word = response.first("TRANSFERSTATUS").orElse("");
    return new ReadTransfer.Result(
        TransferWords.state(word),
        TransferWords.type(word),
        response.all("TRANSFERLOG"),
        response.instant("REQUESTEDDATE").or(() -> response.instant("CREATEDDATE")).orElse(null),
        response.instant("UPDATEDDATE").orElse(null),
        response.first("REGISTRAR").orElse(null),
        response.first("REQUESTINGREGISTRAR").orElse(null),
        TransferWords.isBetweenAccounts(word));
  }
}
