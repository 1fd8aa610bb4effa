package io.domainflow.cnr.command;

import io.domainflow.registrar.command.ReadTransfer;
import io.domainflow.wire.Wire;
import io.domainflow.wire.protocol.ResultCode;
import io.domainflow.wire.protocol.WireResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@link ReadTransfer} as {@code StatusDomainTransfer}: if there is none, or no longer one, this is
 * refused with {@link ResultCode#NOT_FOUND}, which is inferred.
 */
final class ReadTransferWire implements Wire<ReadTransfer, ReadTransfer.Result> {

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
  public ReadTransfer.Result result(ReadTransfer command, WireResponse response) {
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
